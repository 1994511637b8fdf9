import type {FileKind} from '../file-kinds.ts';
import {extensionOf, FILE_KINDS, isPublished} from '../file-kinds.ts';
import {fileText} from '../file-text.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {SourceFile} from '../toolkit.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const SVG = '<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>\n';

export const noFalseExtension: Rule = {
  id: 'no-false-extension',
  group: 'safety',
  summary: 'A picture, a document or a data file is of the kind that its name says.',
  why: 'Browsers fail on a false name or guess around it, and a program can come under the name of a picture.',
  good: [
    {'docs/river.png': PNG, 'docs/river.jpeg': JPEG, 'docs/river.jpg': JPEG},
    {'static/river.svg': SVG, 'static/empty.csv': '', 'static/levels.csv': '"day","level"\n2024-01-01,1.2\n'},
    {'static/levels.json': '[1, 2]\n', 'static/minutes.pdf': '%PDF-1.7\n'},
    {'docs/priorities/floods.md': '---\n---\n<svg/>\n'},
  ],
  bad: [
    {'docs/river.png': JPEG},
    {'static/river.png': '<!DOCTYPE html><script>alert(1)</script>'},
    {'static/river.svg': PNG, 'docs/bridge.svg': '<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>'},
    {'static/levels.csv': '%PDF-1.7\n', 'static/levels.json': 'levels = [1, 2]'},
    {'handbook/minutes.jpg': new Uint8Array([0, 1, 2]), 'static/minutes.pdf': '<svg></svg>'},
  ],
  check: ({files}) => files.filter(({path}) => isPublished(path)).flatMap(judge),
};

function judge({path, bytes}: SourceFile): Finding[] {
  const extension = extensionOf(path);
  const expected = FILE_KINDS.find(({extensions}) => extensions.includes(extension));
  if (!expected || expected.holds(bytes)) return [];
  const found = FILE_KINDS.find((kind) => kind.holds(bytes) && !kind.extensions.includes('csv'));
  const is = found?.name ?? (fileText(bytes) === undefined ? 'something unknown' : 'other text');
  return [
    {
      path,
      problem: `file holds ${is}, expected ${expected.name}, as \`.${extension}\` says`,
      fix: fixOf(found, expected),
    },
  ];
}

function fixOf(found: FileKind | undefined, expected: FileKind): string {
  const [ending] = found?.extensions ?? [];
  if (ending === undefined) return `Open it in the program it was made with, and save it as ${expected.name}.`;
  const move = /picture|drawing/.test(found?.name ?? '') ? '' : ' and move it to `static/`';
  return `Name it \`.${ending}\`${move}, also where pages use it; or save it as ${expected.name}.`;
}
