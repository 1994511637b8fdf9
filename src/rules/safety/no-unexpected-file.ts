import {imageSize} from 'image-size';
import {downloadType} from '../../content/files/downloads.ts';
import {fileText} from '../../content/files/file-text.ts';
import {fileNameOf} from '../../content/pages/file-name.ts';
import {GENERATED_PAGES, isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import type {SourceFile} from '../../content/toolkit.ts';
import {listWords} from '../../format/nearest.ts';
import {extensionOf, FILE_KINDS, type FileKind, isPublished} from '../files/file-kinds.ts';
import folders from '../files/folders.json' with {type: 'json'};
import type {Rule} from '../rule.ts';

/** Three times the size of a well-saved full-width picture; a slow phone (1 Mbit/s) loads it in 4 seconds. */
const IMAGE_BYTES = 500_000;

/** Four times the width of the text; larger pictures have exhausted the memory of old phones. */
const IMAGE_SIDE = 4000;

/** Enough for a report of a hundred pages with pictures. */
const DOWNLOAD_BYTES = 5_000_000;

const IMAGES = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg', 'ico'];

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

/** The files allowed in each folder, and what to report about others. The first match applies. */
const FOLDERS = folders.map(({folder, allowed = '^$', ...others}) => ({
  ...others,
  folder: new RegExp(folder, 'i'),
  allowed: new RegExp(allowed),
}));

export const noUnexpectedFile: Rule = {
  id: 'no-unexpected-file',
  group: 'safety',
  // A getter, because formatting the first number for a locale takes 10 ms.
  get summary() {
    return `Each folder contains only its kinds of file, and each file matches its extension. The name of a page has only lower-case letters, digits, hyphens, underscores and dots. A picture has at most ${IMAGE_BYTES / 1000} KB and ${IMAGE_SIDE.toLocaleString('en-GB')} pixels a side, and a download has at most ${DOWNLOAD_BYTES / 1_000_000} MB.`;
  },
  why: 'A note with the wrong file name would be lost. The name of a page is a part of its address, where a space becomes `%20`. A page or picture with a false extension could run code. Large files cost readers on phones time and money.',
  good: [
    {'docs/priorities/floods.md': '---\n---\nWords.\n'},
    {'docs/priorities/2026_floods-v1.2.md': '---\n---\nWords.\n', 'docs/llifogydd-môn.md': '---\n---\nWords.\n'},
    {'static/img/river.png': png(IMAGE_SIDE, IMAGE_SIDE, IMAGE_BYTES), 'docs/bridge.jpeg': JPEG},
    {'static/minutes.pdf': `%PDF-1.7\n${' '.repeat(DOWNLOAD_BYTES - 9)}`, 'static/custom.css': 'p {color: red}\n'},
    {'static/river.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"/>'},
    {'versioned_docs/version-2017-03/levels.csv': '"day","level"\n', 'static/levels.json': '[1, 2]\n'},
    {'ledgers/links.json': ' '.repeat(DOWNLOAD_BYTES + 1)},
  ],
  bad: [
    {'docs/priorities/floods.mdx': '---\ntitle: Floods\n---\nexport const run = 1;\n'},
    {'static/index.html': '<script></script>', 'static/a.js': 'run()', 'static/robots.txt': '', 'static/form.docx': ''},
    {'blog/_pending/floods.txt': 'note: Words.\n', 'blog/2026/a.md': '---\n---\n'},
    {'docs/_category_.yml': 'label: Floods\n', 'versioned_docs/a.md': '---\n---\n', 'ledgers/a.md': '---\n---\n'},
    {'docs/case-studies/Lower Ford (final).md': '---\n---\nWords.\n'},
    {'handbook/About.md': '---\n---\nWords.\n', 'docs/High Water/fords.md': '---\n---\nWords.\n'},
    {'docs/river.png': JPEG},
    {'static/.git/config.json': '{}', 'docs/.hidden/page.md': '---\n---\nWords.\n'},
    {'static/river.png': '<!DOCTYPE html><script>alert(1)</script>', 'static/a.PNG': ''},
    {'docs/bridge.svg': '<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>'},
    {'static/levels.csv': '%PDF-1.7\n', 'static/levels.json': 'levels = [1, 2]'},
    {'docs/river.png': png(100, 100, IMAGE_BYTES + 1), 'static/bridge.png': png(10, IMAGE_SIDE + 1)},
    {'static/staticwebapp.config.json': '{}', 'static/vercel.json': '{}'},
    {'static/minutes.pdf': new Uint8Array(DOWNLOAD_BYTES + 1)},
  ],
  check: ({files, config}) =>
    files.flatMap((file) => {
      const {path} = file;
      if (!config.case_studies && path.startsWith('docs/case-studies/')) {
        return {
          path,
          problem: '`case_studies` is `false` in `toolkit.config.ts`, expected no file in `docs/case-studies/`',
          fix: 'Remove the setting, or move the file to another folder.',
        };
      }
      if (config.manual && isOwnCopy(file)) {
        return {
          path,
          problem: 'this page has the place of a page of the manual, expected another name',
          fix: 'Remove it: the manual comes with the engine. Or set `manual: false` in `toolkit.config.ts`.',
        };
      }
      const folder = FOLDERS.find((candidate) => candidate.folder.test(path));
      const misplaced = folder &&
        !folder.allowed.test(path) &&
        downloadType(config, path) === undefined && {
          path,
          problem: `this kind of file does not belong in this folder, expected ${folder.expected}`,
          fix: folder.fix,
        };
      const checks = isPublished(path) ? [checkName(path), checkKind(file), weigh(file), measure(file)] : [];
      return [misplaced || undefined, ...checks].filter((finding) => finding !== undefined);
    }),
};

/** Whether a file would replace a page of the manual, whose changes need no note. */
function isOwnCopy({path, isManual}: SourceFile): boolean {
  const id = pageIdOf(path);
  return path.endsWith('.md') && isManual !== true && isGeneratedPage(id) && id !== GENERATED_PAGES.vocabularies;
}

/** The name of a page and of its folders, which are its address. */
function checkName(path: string): Finding | undefined {
  const [top = '', ...parts] = path.replace(/\.md$/, '').split('/');
  const isPage = path.endsWith('.md') && ['docs', 'handbook'].includes(top);
  const wrong = parts.filter((part) => !/^[\p{Ll}\p{Lo}\p{M}\p{N}_.-]+$/u.test(part));
  if (!isPage || wrong.length === 0) return undefined;
  const better = [top, ...parts.map((part) => (wrong.includes(part) ? fileNameOf(part) || 'page' : part))].join('/');
  return {
    path,
    problem: `${listWords(wrong)} in the name has capitals, spaces or other characters, expected lower-case letters, digits and hyphens`,
    fix: `Rename the file to \`${better}.md\`.`,
  };
}

function checkKind({path, bytes}: SourceFile): Finding | undefined {
  const extension = extensionOf(path);
  const expected = FILE_KINDS.find(({extensions}) => extensions.includes(extension));
  if (!expected || expected.holds(bytes)) return undefined;
  const actual = FILE_KINDS.find((kind) => kind.holds(bytes) && !kind.extensions.includes('csv'));
  const is = actual?.name ?? (fileText(bytes) === undefined ? 'something unknown' : 'other text');
  return {
    path,
    problem: `file contains ${is}, expected ${expected.name} because its name ends in \`.${extension}\``,
    fix: fixOf(actual, expected),
  };
}

function fixOf(actual: FileKind | undefined, expected: FileKind): string {
  const [ending] = actual?.extensions ?? [];
  if (ending === undefined) return `Open it in the program that created it, and save it as ${expected.name}.`;
  const move = /picture|drawing/.test(actual?.name ?? '') ? '' : ' and move it to `static/`';
  return `Rename it to end in \`.${ending}\`${move}, and update the pages that use it. Or save it as ${expected.name}.`;
}

function weigh({path, bytes}: SourceFile): Finding | undefined {
  if (path.endsWith('.md')) return undefined;
  const isImage = IMAGES.includes(extensionOf(path));
  const most = isImage ? IMAGE_BYTES : DOWNLOAD_BYTES;
  if (bytes.length <= most) return undefined;
  return {
    path,
    problem: `${isImage ? 'picture' : 'download'} is ${sizeOf(bytes.length)}, expected at most ${sizeOf(most)}`,
    fix: isImage
      ? 'Make it smaller. Save photographs as `.jpg` or `.webp`.'
      : 'Save it with smaller pictures, or link to where it is published.',
  };
}

function measure({path, bytes}: SourceFile): Finding | undefined {
  const {width, height} = pixelsOf(path, bytes);
  if (Math.max(width, height) <= IMAGE_SIDE) return undefined;
  return {
    path,
    problem: `picture is ${width} by ${height} pixels, expected at most ${IMAGE_SIDE} a side`,
    fix: `Make it smaller. ${IMAGE_SIDE / 2} pixels are sharp on every screen.`,
  };
}

/** The size of a picture, or zero for drawings and for files that are not pictures. */
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

/** The header of a PNG picture with a given size: https://www.w3.org/TR/png-3/#11IHDR. */
function png(width: number, height: number, length = 33): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
