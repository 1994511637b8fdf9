import {pageExample} from '../examples/example-files.ts';
import {headingsIn} from '../headings.ts';
import {formerHeadingsOf} from '../moves/former-headings.ts';
import {nearest} from '../nearest.ts';
import type {ParsedPage} from '../parsed-page.ts';
import type {PageFinding, PageRule} from '../rule.ts';

const WORDS = '## First steps\n\nLook.\n\n## Boats {#rowing}\n\nRow.';

const floods = (former: string) => pageExample('Floods', `former_headings: ${former}\n`, WORDS);

export const noBrokenFormerHeading: PageRule = {
  id: 'no-broken-former-heading',
  group: 'model',
  summary: 'Each former heading leads to a heading of the page, and shadows none that stands.',
  why: 'It keeps old links alive: one that leads nowhere does not, and one that stands twice leads readers astray.',
  good: [floods('{begin: first-steps}'), floods('{boats: rowing}'), floods('{begin: first-steps, start: first-steps}')],
  bad: [floods('{begin: first-stps}'), floods('{first-steps: rowing}'), floods('{begin: start, start: first-steps}')],
  check: judge,
};

function judge({document, tree}: ParsedPage): PageFinding[] {
  const former = Object.entries(formerHeadingsOf(document));
  if (former.length === 0) return [];
  const living = headingsIn(tree, document.text).map(({anchor}) => anchor);
  return former.flatMap(([anchor, heir]): PageFinding[] => {
    const at = {place: document.placeOf(['former_headings', anchor])};
    if (living.includes(anchor)) {
      const problem = `\`${anchor}\` is the address of a heading that stands, expected one that a heading had`;
      return [{...at, problem, fix: 'Remove the line.'}];
    }
    if (living.includes(heir)) return [];
    const near = nearest(heir, living);
    const problem = `\`${anchor}\` leads to \`#${heir}\`, expected a heading of this page`;
    return [
      {
        ...at,
        problem,
        fix: near ? `Write \`${near}\`, the nearest of them.` : 'Remove the line, or bring a heading back.',
      },
    ];
  });
}
