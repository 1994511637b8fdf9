import {imageSize} from 'image-size';
import {extensionOf, isPublished} from '../file-kinds.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {SourceFile} from '../toolkit.ts';

/** A picture of a page's full width on a sharp screen, well saved, has a third of this; a slow phone gets it in 4 s (1 Mbit/s). */
const IMAGE_BYTES = 500_000;

/** Four times the width of a page of text: more is seen by nobody, and has filled the memory of old phones. */
const IMAGE_SIDE = 4000;

/** A report of a hundred pages with pictures fits; more belongs with whoever published it. */
const DOWNLOAD_BYTES = 5_000_000;

const IMAGES = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg', 'ico'];

export const noLargeFile: Rule = {
  id: 'no-large-file',
  group: 'safety',
  // Worked out when it is asked for: the first number that is written as people write it takes a hundredth of a second.
  get summary() {
    return `A picture has at most ${IMAGE_BYTES / 1000} KB and ${IMAGE_SIDE.toLocaleString('en-GB')} pixels a side, a download at most ${DOWNLOAD_BYTES / 1_000_000} MB.`;
  },
  why: 'Readers on a phone pay for each byte, and a file that was once in the history of a toolkit stays there.',
  good: [
    {'docs/river.png': png(IMAGE_SIDE, IMAGE_SIDE, IMAGE_BYTES)},
    {'static/minutes.pdf': new Uint8Array(DOWNLOAD_BYTES)},
    {'static/river.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"/>'},
    {'ledgers/links/a.example.json': ' '.repeat(DOWNLOAD_BYTES + 1)},
    {'docs/broken.png': 'no picture'},
  ],
  bad: [
    {'docs/river.png': png(100, 100, IMAGE_BYTES + 1)},
    {'docs/river.png': png(IMAGE_SIDE + 1, 10), 'static/bridge.png': png(10, IMAGE_SIDE + 1)},
    {'static/river.svg': `<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(IMAGE_BYTES)}</svg>`},
    {'static/minutes.pdf': new Uint8Array(DOWNLOAD_BYTES + 1)},
  ],
  check: ({files}) =>
    files
      .filter(({path}) => isPublished(path) && !path.endsWith('.md'))
      .flatMap((file) => [...weigh(file), ...measure(file)]),
};

function weigh({path, bytes}: SourceFile): Finding[] {
  const isImage = IMAGES.includes(extensionOf(path));
  const most = isImage ? IMAGE_BYTES : DOWNLOAD_BYTES;
  if (bytes.length <= most) return [];
  return [
    {
      path,
      problem: `${isImage ? 'picture' : 'download'} has ${sizeOf(bytes.length)}, expected at most ${sizeOf(most)}`,
      fix: isImage
        ? 'Make it smaller, and save a photograph as `.jpg` or `.webp`.'
        : 'Save it with smaller pictures, or link to the place where it is published.',
    },
  ];
}

function measure({path, bytes}: SourceFile): Finding[] {
  const {width, height} = pixelsOf(path, bytes);
  if (Math.max(width, height) <= IMAGE_SIDE) return [];
  return [
    {
      path,
      problem: `picture is ${width} by ${height} pixels, expected at most ${IMAGE_SIDE} a side`,
      fix: `Make it smaller; ${IMAGE_SIDE / 2} pixels are sharp on every screen.`,
    },
  ];
}

/** A drawing has no pixels; what is no picture at all is another rule's matter. */
function pixelsOf(path: string, bytes: Uint8Array): {width: number; height: number} {
  const none = {width: 0, height: 0};
  if (!IMAGES.includes(extensionOf(path)) || extensionOf(path) === 'svg') return none;
  try {
    return imageSize(bytes);
  } catch {
    return none;
  }
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}

/** The head of a PNG picture of a size: https://www.w3.org/TR/png-3/#11IHDR. */
function png(width: number, height: number, length = 33): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
