import {expect, test} from 'vitest';
import {proposeTitle} from '../../../../src/changes/updates/propose-title.ts';
import type {ChangeNote} from '../../../../src/content/schemas/change-note-schema.ts';
import {ENGLISH} from '../../../../src/language/text.ts';

const TITLES: Readonly<Record<string, string>> = {
  homes: 'Homes',
  weir: 'The weir at Lower Ford',
  long: 'Long '.repeat(30),
};

const LONG = `The page says ${'very '.repeat(20)}much.`;

function change(kind: ChangeNote['kind'], pages: string[], note: string): ChangeNote {
  return {kind, significance: 'major', pages, note};
}

const BOATS = change('content-changed', ['homes'], 'A village needs three boats. Two were too few.');
const WEIR = change('case-study-added', ['weir', 'homes'], 'Lower Ford cleared its weir, and its hall stayed dry.');
const WRONG = change('correction', ['homes'], 'The figure for 2024 is 12%, not 10%.');

test.each([
  {changes: [WEIR, BOATS, WRONG], title: 'The figure for 2024 is 12%, not 10%'},
  {changes: [change('content-changed', ['weir'], LONG)], title: 'Changed: The weir at Lower Ford'},
  {
    changes: [change('content-changed', ['long'], LONG), WEIR],
    title: 'Lower Ford cleared its weir, and its hall stayed dry',
  },
  {changes: [change('content-changed', ['long'], LONG)], title: ''},
  {
    changes: [WEIR],
    taken: ['Lower Ford cleared its weir, and its hall stayed dry'],
    title: 'New case study: The weir at Lower Ford',
  },
])('"$title"', ({changes, title, taken}) => {
  expect(
    proposeTitle(
      changes,
      (id) => TITLES[id] ?? id,
      (id) => id !== 'gone',
      ENGLISH,
      taken ?? [],
    ),
  ).toBe(title);
});
