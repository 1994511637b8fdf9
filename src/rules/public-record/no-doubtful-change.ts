import {foldName} from '../../changes/diff/meaning/coverage.ts';
import {OTHER_WORDS, type WordChange, wordChanges} from '../../changes/diff/meaning/word-changes.ts';
import {tokenise} from '../../changes/diff/units/tokenise.ts';
import {type ChangedPage, changedPages} from '../../changes/notes/changed-pages.ts';
import {isForReaders} from '../../changes/updates/change-labels.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import type {Finding} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {caseStudyExample, noteExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';
import {spellingOf} from '../text/spelling.ts';
import {statisticsIn} from '../text/statistics.ts';
import about from './no-doubtful-change.json' with {type: 'json'};

const RECORD = 'blog/_published/2026-11-02';
const START = {[`${RECORD}/index.md`]: pageExample('Start')};

const change = ([before, after, note = 'The page has another word.']: string[]) => ({
  ...START,
  [`${RECORD}/priorities/homes.md`]: pageExample('Homes', '', before),
  'docs/priorities/homes.md': pageExample('Homes', '', after),
  'blog/_pending/homes.md': noteExample(`pages: [priorities/homes]\n`).replace(
    'The figure for 2024 was put right.',
    note,
  ),
});

const study = (words: string) => ({...START, 'docs/case-studies/weir.md': caseStudyExample('', words)});

export const noDoubtfulChange: Rule = {
  id: 'no-doubtful-change',
  group: 'model',
  summary: about.summary,
  why: about.why,
  good: [...about.good.map(change), ...about.plainStudies.map(study)],
  bad: [...about.bad.map(change), ...about.doubtfulStudies.map(study)],
  check: (toolkit) =>
    [...(isBeforeLaunch(toolkit) ? [] : changedPages(toolkit).values())].flatMap((changed) =>
      [...unsaid(changed, toolkit), ...signs(changed, toolkit)].map((doubt) => ({
        ...placeOfKey(changed.page.document, []),
        ...doubt,
      })),
    ),
};

type Doubt = Pick<Finding, 'place' | 'problem' | 'fix' | 'form'>;

/** A page has one question, with at most this many of its changes. */
const MAX = 3;

/** The one question about words of a page that no note describes. */
function unsaid(changed: ChangedPage, toolkit: Toolkit): Doubt[] {
  const naming = toolkit.notes.flatMap(({data}) => (data.pages.includes(changed.page.id) ? [data] : []));
  const isTold = naming.some(({not_told = []}) => not_told.some(({change}) => foldName(change) === OTHER_WORDS));
  if (naming.length === 0 || changed.diff.kind === 'added' || isTold) return [];
  return [...unsaidWords(changed, naming, toolkit), ...lostCaveats(changed, naming, toolkit)].slice(0, 1);
}

/** Words that changed under notes that say less than that: minor ones, notes about form, notes about other pages. */
function unsaidWords({page: {id}, diff}: ChangedPage, naming: readonly ChangeNote[], toolkit: Toolkit): Doubt[] {
  const {notes, config, dictionary} = toolkit;
  const forms = new Set(textOf(config).doubts.form.split(' '));
  const isEnglish = config.language.startsWith('en');
  const isWord = isEnglish
    ? (word: string) => spellingOf({dictionary: dictionary(), words: []}).knows(word)
    : undefined;
  const read = naming.map((note) => ({note, words: wordsIn(note.note), all: wordsIn(note.note, 1)}));
  const telling = read.filter(({words}) => words.isDisjointFrom(forms));
  // The note about a page that moved or was withdrawn also tells of the links to it.
  const gone = notes.flatMap(({data}) => (/^page-(?:moved|withdrawn)$/.test(data.kind) ? data.pages : []));
  const isLinkTo = (text: string) =>
    text !== '' && gone.some((page) => page.startsWith(text) || text.includes(page.split('/').at(-1) ?? page));
  const changes = diff.edits.flatMap((edit) =>
    wordChanges(edit, isWord).filter(({before, after}) => {
      if (isLinkTo(before) || isLinkTo(after)) return false;
      // A note about form may name the very words: “than” is now “then”.
      const named = wordsIn(`${before} ${after}`, 1);
      if (read.some(({all}) => named.isSubsetOf(all))) return false;
      const words = wordsIn([before, after, ...edit.where].join(' '));
      return !telling.some(
        ({note, words: told}) =>
          (note.pages.length === 1 && (note.significance === 'major' || !isForReaders([id]))) ||
          !words.isDisjointFrom(told),
      );
    }),
  );
  const [first] = changes;
  if (!first) return [];
  const [now, then] = [first.after, first.before].map((words) => short(words).replace(/\.$/, ''));
  const whole =
    now === '' ? `The page no longer says “${then}”.` : `The page now says “${now}”${then && ` instead of “${then}”`}.`;
  // One change of several is no whole sentence.
  const example = changes.length === 1 ? `, such as “${whole}”` : '.';
  const said = listChanges(changes);
  return [
    {
      problem: `${said}, and no note says so, expected one if readers need to know`,
      fix: `Do readers need to know? Then say it in a note with \`significance: major\`${example} If not, add \`{change: ${OTHER_WORDS}, why: ...}\` to the note, under \`not_told\`.`,
      form: `Your note says nothing of this: ${said}. Do readers need to know? Then choose “Yes” under \`significance\`, and say what the page says now${example}`,
    },
  ];
}

/** The first changes, and how many more. */
export function listChanges(changes: readonly WordChange[]): string {
  const shown = changes.slice(0, MAX).map(({before, after}) => {
    if (before && after) return `\`${short(before)}\` is now \`${short(after)}\``;
    return before ? `\`${short(before)}\` is gone` : `\`${short(after)}\` is new`;
  });
  const more = changes.length > MAX ? `, and ${changes.length - MAX} more` : '';
  return `${shown.join(', ')}${more}`;
}

/** Words that say whose claim it is, or how sure, of which the page has fewer than before and no note speaks. */
function lostCaveats({diff}: ChangedPage, naming: readonly ChangeNote[], {config}: Toolkit): Doubt[] {
  const caveats = new Set(textOf(config).doubts.caveats.split(' '));
  const [lost, gained] = (['removed', 'added'] as const).map((side) =>
    diff.edits
      .flatMap((edit) => (edit.contents.length > 0 ? edit.contents : [edit]))
      .flatMap(({segments}) => segments.filter(({kind}) => kind === side))
      .flatMap(({text}) => tokenise(text.toLowerCase()).flatMap(({key}) => (caveats.has(key) ? [key] : []))),
  ) as [string[], string[]];
  const isTold = naming.some(({note}) => !wordsIn(note).isDisjointFrom(new Set(lost)));
  if (lost.length <= gained.length || isTold) return [];
  const words = [...new Set(lost)].map((word) => `\`${word}\``).join(', ');
  return [
    {
      problem: `page has fewer words that say whose claim it is, or how sure (${words}), and no note says so`,
      fix: `Put the words back, or say in the note, with one of them, what readers should now think. If they need not know, add \`{change: ${OTHER_WORDS}, why: ...}\` to the note, under \`not_told\`.`,
    },
  ];
}

/** The words of a text, by default those that are long enough to be about something. */
export function wordsIn(text: string, letters = MIN_LETTERS): Set<string> {
  const words = tokenise(text.toLowerCase()).filter(({key}) => /[\p{L}\p{N}]/u.test(key));
  return new Set(words.flatMap(({key}) => (key.length >= letters ? [key] : [])));
}

const MIN_LETTERS = 4;

function short(text: string): string {
  const words = text.replaceAll('`', "'").split(/\s+/);
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS).join(' ')} ...` : words.join(' ');
}

const MAX_WORDS = 12;

/** Three or more short lines without punctuation, as a table is pasted that lost its cells. */
const TABLE_RE =
  /(?:^|\n\n)([\p{L}\p{N}][^.,;:!?|()[\]\n]{1,60})(?:\n[\p{L}\p{N}][^.,;:!?|()[\]\n]{1,60}){2,}(?:\n\n|\n?$)/u;

/** What only a person can judge in text that is new. */
function signs({page: {data, document}, diff}: ChangedPage, {config}: Toolkit): Doubt[] {
  const {doubts, newToolkit} = textOf(config);
  const added = diff.edits
    .flatMap((edit) => (edit.contents.length > 0 ? edit.contents : [edit]))
    .map(({segments, where: [section]}) => ({
      section,
      text: segments.map(({kind, text}) => (kind === 'added' ? text : '')).join(''),
    }));
  const text = added.map((part) => part.text).join('\n');
  const happened = added.filter(({section}) => section === newToolkit.caseStudySections[3]).map((part) => part.text);
  const study = 'consent' in data ? data : undefined;
  const isNew = diff.kind === 'added';
  const found = {
    name: new RegExp(`\\b(?:${doubts.contact}):? (\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+)`, 'u').exec(text)?.[1],
    own: study?.consent.basis === 'public-record' && new RegExp(`\\b(?:${doubts.ours})\\b`, 'iu').exec(text)?.[0],
    figure: study && isNew && !study.outcomes && statisticsIn(happened.join('\n'))[0]?.text,
    table: isNew && TABLE_RE.exec(document.body.trim())?.[1],
  };
  return (['name', 'own', 'figure', 'table'] as const).flatMap((sign) => {
    const {problem, fix} = about.signs[sign];
    const words = found[sign];
    if (!words) return [];
    const place = createPlaceFinder(document.text)(Math.max(0, document.text.lastIndexOf(words)));
    return [{place, problem: `\`${words}\` ${problem}`, fix}];
  });
}
