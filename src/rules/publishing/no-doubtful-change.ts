import {turnedWords} from '../../changes/diff/meaning/turned-words.ts';
import {tokenise} from '../../changes/diff/units/tokenise.ts';
import {type ChangedPage, changedPages, coverageOf} from '../../changes/published/changed-pages.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {isBeforeLaunch} from '../../content/updates/launch.ts';
import {textOf} from '../../language/text.ts';
import {caseStudyExample, noteExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';
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
      [...turns(changed, toolkit), ...denials(changed, toolkit), ...signs(changed, toolkit)].map((doubt) => ({
        ...placeOfKey(changed.page.document, []),
        ...doubt,
      })),
    ),
};

interface Doubt {
  problem: string;
  fix: string;
}

/** Words that say something else now, unless a note has them. */
function turns({page: {id}, diff}: ChangedPage, {notes, config}: Toolkit): Doubt[] {
  const naming = notes.filter(({data}) => data.pages.includes(id));
  const words = new Set(naming.flatMap(({data}) => tokenise(data.note.toLowerCase())).map(({key}) => key));
  return turnedWords(diff.edits, Object.values(textOf(config).doubts.turns))
    .filter(([before, after]) => !words.has(after || before))
    .map(([before, after]) => ({
      problem: `\`${before || 'nothing'}\` is now \`${after || 'gone'}\`, expected the note to say so if the meaning changed`,
      fix: 'Did the meaning change? Then say so in the note.',
    }));
}

/** As many words before a value can deny it, `not in 1998`. */
const NEAR = 3;

/** Sentences of a note that name a new value only after a negation. */
function denials(changed: ChangedPage, {notes}: Toolkit): Doubt[] {
  return coverageOf(changed, notes).flatMap(({change: {matter, after}, cover}): Doubt[] => {
    const tokens = cover && 'sentence' in cover && /figure|date/.test(matter) ? tokenise(cover.sentence) : [];
    const isDenied = tokens.flatMap(({text}, index) => {
      const before = tokens.slice(Math.max(0, index - NEAR), index).flatMap(({marks}) => marks);
      return text === after ? [before.some(({touch}) => touch === 'negation')] : [];
    });
    if (isDenied.length === 0 || isDenied.includes(false)) return [];
    const problem = `note seems to deny \`${after}\`, which the page says, expected the new value`;
    return [{problem, fix: 'Which is right? Correct the note or the page.'}];
  });
}

/** Three or more short lines without punctuation, as a table is pasted that lost its cells. */
const TABLE_RE =
  /(?:^|\n\n)([\p{L}\p{N}][^.,;:!?|()[\]\n]{1,60})(?:\n[\p{L}\p{N}][^.,;:!?|()[\]\n]{1,60}){2,}(?:\n\n|\n?$)/u;

/** What only a person can judge in text that is new. */
function signs({page: {data, document}, diff}: ChangedPage, {config}: Toolkit): Doubt[] {
  const {contact, ours} = textOf(config).doubts;
  const text = diff.edits
    .flatMap((edit) => (edit.contents.length > 0 ? edit.contents : [edit]))
    .map(({segments}) => segments.map(({kind, text}) => (kind === 'added' ? text : '')).join(''))
    .join('\n');
  const study = 'consent' in data ? data : undefined;
  const isNew = diff.kind === 'added';
  const found = {
    name: new RegExp(`\\b(?:${contact}):? (\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+)`, 'u').exec(text)?.[1],
    own: study?.consent.basis === 'public-record' && new RegExp(`\\b(?:${ours})\\b`, 'iu').exec(text)?.[0],
    figure: study && isNew && !study.outcomes && statisticsIn(text)[0]?.text,
    table: isNew && TABLE_RE.exec(document.body.trim())?.[1],
  };
  return (['name', 'own', 'figure', 'table'] as const).flatMap((sign) => {
    const {problem, fix} = about.signs[sign];
    return found[sign] ? [{problem: `\`${found[sign]}\` ${problem}`, fix}] : [];
  });
}
