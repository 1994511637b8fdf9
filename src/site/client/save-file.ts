import {element} from './element.ts';

/** Buttons that save the text that they carry as a file, such as a citation for a reference manager. */
export function startSavingFiles(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-file]')) {
    button.addEventListener('click', () => {
      const {file = '', fileName: download = ''} = button.dataset;
      // Formats of reference managers have the line ends of Windows, which a page cannot keep.
      const href = URL.createObjectURL(new Blob([file.replaceAll('\n', '\r\n')]));
      element('a', {href, download}).click();
      setTimeout(() => URL.revokeObjectURL(href));
    });
  }
}
