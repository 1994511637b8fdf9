import type {Fault} from '../../content/problem.ts';
import {noteExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const VAGUE: readonly {find: RegExp; missing: string; fix: string}[] = [
  {
    find: /\b(?:various|several|some|minor|small|general|other|a few|a number of) (?:\w+ )?(?:updates?|changes?|edits?|improvements?|amendments?|revisions?|tweaks?|fixes)\b/iu,
    missing: 'the changes themselves',
    fix: 'Say what is different now, such as "The figure for 2024 is now 12%, not 10%".',
  },
  {
    find: /^\W*(?:the )?(?:page|pages|text|content|section|guidance|wording)(?: (?:is|are|was|were|has been|have been))? ?(?:updated|changed|edited|improved|revised|amended|refreshed|tidied)\b[^,;:]{0,12}\.?\s*$/iu,
    missing: 'what is different',
    fix: 'Say which part changed, and how.',
  },
  {
    find: /\b(?:some|the|its) (?:content|text|wording|information|words)(?: (?:is|are|was|were|has been|have been))? (?:updated|changed|edited|improved|revised|amended)\b(?! (?:to|so that|from|because))/iu,
    missing: 'what is different',
    fix: 'Say what is different now, and where.',
  },
  {
    find: /\b(?:(?:see|read|as) (?:above|below|#\d+)|(?:see|read) the (?:link|update|pull request|commit|issue))\b/iu,
    missing: 'text that makes sense on its own',
    fix: 'Say it in the note. Readers also get notes by email and in feeds.',
  },
  {
    find: /\b(?:will be|is going to|are going to|we will|we plan to|soon)\b/iu,
    missing: 'what has changed, not what will change',
    fix: 'Say what is different from now on.',
  },
  {
    find: /\b(?:etc|and so on|and more|among other things)\b/iu,
    missing: 'the whole list, or the part that matters',
    fix: 'Say what matters to readers, and leave out the rest.',
  },
];

const note = (words: string) => ({
  'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n').replace(
    'The figure for 2024 was put right.',
    words,
  ),
});

export const noVagueNote: Rule = {
  id: 'no-vague-note',
  group: 'model',
  language: 'en',
  summary: 'A change note says what changed.',
  why: 'People who read only the note need to know whether the change affects them.',
  good: [
    note('Several services changed their opening hours, and the table gives the new ones.'),
    note('The page now says that a boat must be kept dry, and why.'),
    note('Pumps cost £30, and not £20 as the page said before.'),
    note('The section on pumps was updated with the prices of 2026.'),
  ],
  bad: [
    note('Various updates were made to this page.'),
    note('The page has been updated.'),
    note('Some content was updated on this page.'),
    note('The page was improved and the text was revised in several places.'),
    note('The text changed in two places, see above.'),
    note('More case studies will be added to this page.'),
    note('Figures, links, spelling etc were put right.'),
  ],
  check: ({notes}) =>
    notes.flatMap(({document, data}) => {
      const vague = vagueWords(data.note);
      return vague ? [{...placeOfKey(document, ['note']), ...vague}] : [];
    }),
};

/** What a sentence to readers leaves out, in English; `undefined` if it says something. */
function vagueWords(sentence: string): Fault | undefined {
  for (const {find, missing, fix} of VAGUE) {
    const [words] = find.exec(sentence) ?? [];
    if (words !== undefined) return {problem: `note says \`${words.trim()}\`, expected ${missing}`, fix};
  }
  return undefined;
}
