import {turnedWords} from '../../changes/diff/meaning/turned-words.ts';
import {tokenise} from '../../changes/diff/units/tokenise.ts';
import {type ChangedPage, changedPages, coverageOf} from '../../changes/published/changed-pages.ts';
import type {Finding} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {isBeforeLaunch} from '../../content/updates/launch.ts';
import {textOf} from '../../language/text.ts';
import {caseStudyExample, noteExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';
import {statisticsIn} from '../text/statistics.ts';

const RECORD = 'blog/_published/2026-11-02';
const START = {[`${RECORD}/index.md`]: pageExample('Start')};

const change = (before: string, after: string, note = 'The page has another word.') => ({
  ...START,
  [`${RECORD}/priorities/homes.md`]: pageExample('Homes', '', before),
  'docs/priorities/homes.md': pageExample('Homes', '', after),
  'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n').replace(
    'The figure for 2024 was put right.',
    note,
  ),
});

const study = (words: string, more = '') => ({...START, 'docs/case-studies/weir.md': caseStudyExample(more, words)});

export const noDoubtfulChange: Rule = {
  id: 'no-doubtful-change',
  group: 'model',
  summary:
    'Questions for the editor of a changed page: a word of direction or scope that now says something else, a note that seems to deny what it covers, and signs of pasted text.',
  why: 'A program cannot know what an author means. An editor can answer each of these at a glance.',
  good: [
    change('Visits have fallen.', 'Visits have risen.', 'Visits have risen since the flood, and not fallen.'),
    change('Keep it dry after a flood.', 'After a flood, keep it dry.'),
    change('It opened in 1998.', 'It opened in 1999.', 'The hall opened in 1999, and not in 1998.'),
    study(
      'The hall stayed dry for 40 days.',
      'outcomes: [{figure: 40 days, what: dry, source: "https://a.example/x"}]\n',
    ),
    study('Wardens email\nthe parish, and it answers.'),
  ],
  bad: [
    change('Visits have fallen.', 'Visits have risen.'),
    change('It keeps some charges.', 'It keeps all charges.'),
    change('Close it only when it is dry.', 'Close it when it is dry.'),
    change('It opened in 1999.', 'It opened in 1998.', 'The hall opened in 1999, and not in 1998.'),
    study('To take part, contact Jane Example at the hall.'),
    study('Hall Opened\nUpper Ford Monday\nLower Ford Tuesday'),
    study('The weir kept 40 homes dry.'),
    study('We opened the weir, and our staff keep it.'),
  ],
  check: (toolkit) =>
    isBeforeLaunch(toolkit) ? [] : [...changedPages(toolkit).values()].flatMap((page) => doubtsOn(page, toolkit)),
};

function doubtsOn(changed: ChangedPage, toolkit: Toolkit): Finding[] {
  const {document} = changed.page;
  const found = [...turns(changed, toolkit), ...denials(changed, toolkit), ...signs(changed, toolkit)];
  return [...new Set(found)].map(([problem, fix]) => ({...placeOfKey(document, []), problem, fix, severity: 'note'}));
}

type Doubt = readonly [problem: string, fix: string];

/** Words that say something else now, unless a note says so. */
function turns({page: {id}, diff}: ChangedPage, {notes, config}: Toolkit): Doubt[] {
  const said = notes.filter(({data}) => data.pages.includes(id)).flatMap(({data}) => tokenise(data.note.toLowerCase()));
  const words = new Set(said.map(({key}) => key));
  return turnedWords(diff.edits, Object.values(textOf(config).doubts.turns))
    .filter(({before, after}) => !words.has(after || before))
    .map(({before, after}) => [
      `${after === '' ? `\`${before}\` is gone` : before === '' ? `\`${after}\` is new` : `\`${before}\` is now \`${after}\``}, expected the note to say so if the meaning changed`,
      'Did the meaning change? Then say so in the note.',
    ]);
}

/** Words between a negation and the value that it denies, `not in 1998`. */
const NEAR = 3;

/** Sentences of a note that name a new value after a negation. */
function denials(changed: ChangedPage, {notes}: Toolkit): Doubt[] {
  return coverageOf(changed, notes).flatMap(({change: {matter, after}, cover}): Doubt[] => {
    if (!cover || !('sentence' in cover) || after === undefined || !['figure', 'date'].includes(matter)) return [];
    const tokens = tokenise(cover.sentence);
    const denied = tokens.filter(({text}, index) => {
      const before = tokens.slice(Math.max(0, index - NEAR), index);
      return text === after && before.some(({marks}) => marks.some(({touch}) => touch === 'negation'));
    });
    const isStatedToo = denied.length < tokens.filter(({text}) => text === after).length;
    if (denied.length === 0 || isStatedToo) return [];
    return [
      [
        `note seems to deny \`${after}\`, which the page says, expected the new value`,
        'Which is right? Correct the note or the page.',
      ],
    ];
  });
}

/** The fewest lines of a table that lost its cells, and the most words in each. */
const TABLE = {lines: 3, words: 8};

/** What only a person can judge in the text that is new. */
function signs({page, diff}: ChangedPage, {config}: Toolkit): Doubt[] {
  const {contact, ours} = textOf(config).doubts;
  const edits = diff.edits.flatMap((edit) => (edit.contents.length > 0 ? edit.contents : [edit]));
  const text = edits
    .map(({segments}) =>
      segments.map(({kind, what, text}) => (kind === 'added' && what === 'words' ? text : '')).join(''),
    )
    .join('\n');
  const [, name] = new RegExp(`\\b(?:${contact})\\b:? (\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+)`, 'u').exec(text) ?? [];
  const [own] = new RegExp(`\\b(?:${ours})\\b`, 'iu').exec(text) ?? [];
  const {consent, outcomes} = page.data as {consent?: {basis?: string}; outcomes?: unknown[]};
  const [figure] = diff.kind === 'added' && consent && !outcomes ? statisticsIn(text) : [];
  const table = diff.kind === 'added' ? tableLines(page.document.body) : undefined;
  const doubts: (Doubt | false)[] = [
    name !== undefined && [
      `\`${name}\` may be a person, expected a role or an organisation`,
      'Is it a person? Then write the role.',
    ],
    own !== undefined &&
      consent?.basis === 'public-record' && [
        `\`${own}\` speaks for the service, expected what public records say about it`,
        'Is it from a text of the service? Then say who did it.',
      ],
    figure !== undefined && [
      `\`${figure.text}\` may be a result, expected it under \`outcomes\``,
      'Is it a result? Then list it under `outcomes`.',
    ],
    table !== undefined && [
      `\`${table}\` begins short lines without punctuation, expected sentences or a Markdown table`,
      'Was it a table? Then write it as one.',
    ],
  ];
  return doubts.filter((doubt) => doubt !== false);
}

/** The first line of short lines without punctuation that follow each other. */
function tableLines(body: string): string | undefined {
  const isCell = (line: string) =>
    /^[\p{L}\p{N}][^.,;:!?|()[\]]*$/u.test(line) && line.trim().split(/\s+/).length <= TABLE.words;
  const block = body
    .split(/\n\s*\n/)
    .map((lines) => lines.trim().split('\n'))
    .find((lines) => lines.length >= TABLE.lines && lines.every(isCell));
  return block?.[0];
}
