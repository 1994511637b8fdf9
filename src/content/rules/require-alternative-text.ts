import type {Image, ImageReference, Nodes, Parents} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {PageFinding, PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

/** The shortest text that can say what a picture shows. */
const LEAST = 3;
const FILE_NAME_RE = /\.(?:png|jpe?g|gif|webp|avif|svg|pdf)$|^(?:IMG|DSC|DSCN|PXL|Screenshot)[-_ ]?\d{3,}/i;
const EMPTY_WORD_RE =
  /^(?:image|picture|photo|photograph|graphic|icon|chart|diagram|screenshot|figure|alt text|untitled)$/i;
/** Screen readers say that it is an image: https://www.gov.uk/guidance/content-design/images */
const IMAGE_OF_RE = /^(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b/i;

export const requireAlternativeText: PageRule = {
  id: 'require-alternative-text',
  group: 'structure',
  summary: 'Each picture has words in its place that say what it shows.',
  why: 'Who cannot see a picture gets these words instead, read aloud, printed or when the picture does not load.',
  good: [
    '![The ford at noon, a yard under water](ford.png)',
    '![Imaging the river from a kite](river.png)\n\nThe river in spring.',
    '![Chart: the river rose by a yard in three hours](rise.svg "How the river rose")',
  ],
  bad: [
    '![](ford.png)',
    '![ford-2.PNG](ford-2.PNG)',
    '![Photo of the ford](ford.png)',
    '![Ox](ford.png)',
    '![The ford at noon](ford.png)\n\n_The ford at noon._',
    '![Diagram][ford]\n\n[ford]: ford.png',
  ],
  check: (page) => {
    const found: PageFinding[] = [];
    visit(page.tree, ['image', 'imageReference'], (node, index, parent) => {
      const image = node as Image | ImageReference;
      const fault = faultOf(image.alt?.trim() ?? '', captionsOf(image, index, parent as Parents, page.tree));
      if (fault) found.push({place: image.position?.start, end: image.position?.end, ...fault});
    });
    return found;
  },
};

function faultOf(alt: string, captions: readonly string[]): Pick<PageFinding, 'problem' | 'fix'> | undefined {
  const fix = 'Say in a sentence what a reader should learn from the picture.';
  if (alt === '')
    return {problem: 'picture has no words in its place, expected what it shows between `![` and `]`', fix};
  if (alt.length < LEAST) return {problem: `\`${alt}\` stands for a picture, expected at least ${LEAST} letters`, fix};
  if (FILE_NAME_RE.test(alt)) return {problem: `\`${alt}\` names the file of a picture, expected what it shows`, fix};
  if (EMPTY_WORD_RE.test(alt)) return {problem: `\`${alt}\` stands for a picture, expected what it shows`, fix};
  const opening = IMAGE_OF_RE.exec(alt)?.[0];
  if (opening) {
    return {
      problem: `\`${opening}\` opens the words for a picture, expected what it shows at once`,
      fix: `Leave out \`${opening}\`; screen readers say that it is a picture.`,
    };
  }
  if (captions.some((caption) => plain(caption) === plain(alt))) {
    return {
      problem: 'words for a picture repeat its caption, expected something that the caption does not say',
      fix: 'Say what the picture shows, or make the caption say something else.',
    };
  }
  return undefined;
}

/** The words beside a picture: its title, the rest of its paragraph and the block after it. */
function captionsOf(
  image: Image | ImageReference,
  index: number | undefined,
  parent: Parents,
  tree: Parents,
): string[] {
  const rest = parent.children.slice((index ?? 0) + 1).map((node) => textOf(node));
  const title = image.type === 'image' ? (image.title ?? '') : '';
  return [title, rest.join(''), textOf(blockAfter(parent, tree) ?? [])].filter((caption) => caption.trim() !== '');
}

function blockAfter(block: Nodes, tree: Parents): Nodes | undefined {
  let after: Nodes | undefined;
  visit(tree, block.type, (node, index, parent) => {
    if (node === block && parent && index !== undefined) after = parent.children[index + 1] as Nodes | undefined;
  });
  return after;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
