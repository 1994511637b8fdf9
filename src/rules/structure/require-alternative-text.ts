import type {Image, ImageReference} from 'mdast';
import {visit} from '../../content/markdown/visit.ts';
import type {Fault} from '../../content/problem.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import about from './require-alternative-text.json' with {type: 'json'};

/** The shortest text that can describe a picture, in characters. */
const MIN = 3;
const FILE_NAME_RE = /\.(?:png|jpe?g|gif|webp|avif|svg|pdf)$|^(?:IMG|DSC|DSCN|PXL|Screenshot)[-_ ]?\d{3,}/i;
const EMPTY_WORD_RE =
  /^(?:image|picture|photo|photograph|graphic|icon|chart|diagram|screenshot|figure|alt text|untitled)$/i;
/** Screen readers say that it is an image: https://www.gov.uk/guidance/content-design/images */
const IMAGE_OF_RE = /^(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b/i;

export const requireAlternativeText: PageRule = {
  id: 'require-alternative-text',
  group: 'structure',
  ...about,
  check: (page) => {
    const findings: PageFinding[] = [];
    visit(page.tree, ['image', 'imageReference'], (node) => {
      const {alt, position} = node as Image | ImageReference;
      const fault = faultOf(alt?.trim() ?? '');
      if (fault) findings.push({place: position?.start, end: position?.end, ...fault});
    });
    return findings;
  },
};

function faultOf(alt: string): Fault | undefined {
  const fix = 'Say in one sentence what readers should learn from the picture.';
  if (alt === '') return {problem: 'picture has no alternative text, expected a description between `![` and `]`', fix};
  if (alt.length < MIN || FILE_NAME_RE.test(alt) || EMPTY_WORD_RE.test(alt)) {
    return {problem: `\`${alt}\` does not describe the picture, expected text that says what it shows`, fix};
  }
  const opening = IMAGE_OF_RE.exec(alt)?.[0];
  if (!opening) return undefined;
  return {
    problem: `alternative text begins with \`${opening}\`, expected a description of what the picture shows`,
    fix: `Delete \`${opening}\`. Screen readers already say that it is a picture.`,
  };
}
