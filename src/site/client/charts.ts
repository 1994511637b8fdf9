import './figures.ts';
import './site.ts';

/** Dots for each unit of a drawing: sharp on slides and in print. */
const SCALE = 2;

// Programs for slides and reports take a PNG more readily than the SVG that the page links to.
for (const button of document.querySelectorAll<HTMLElement>('[data-png]')) {
  button.addEventListener('click', () => void savePicture(button.dataset.png ?? ''));
}

async function savePicture(address: string): Promise<void> {
  const image = Object.assign(new Image(), {src: address});
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.naturalWidth * SCALE,
    height: image.naturalHeight * SCALE,
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((picture) => {
    if (!picture) return;
    const href = URL.createObjectURL(picture);
    const download = address.replace(/^.*\/|svg$/g, (part) => (part === 'svg' ? 'png' : ''));
    Object.assign(document.createElement('a'), {href, download}).click();
    URL.revokeObjectURL(href);
  });
}
