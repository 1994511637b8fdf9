import type {Edit} from '../../changes/diff/edit.ts';
import {tokenise} from '../../changes/diff/units/tokenise.ts';
import {type ChangedPage, changedPages} from '../../changes/published/changed-pages.ts';
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
      [...turns(changed, toolkit), ...signs(changed, toolkit)].map((doubt) => ({
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
  return diff.edits
    .flatMap((edit) => turnIn(edit, Object.values(textOf(config).doubts.turns)))
    .filter(([before, after]) => !words.has(after || before))
    .map(([before, after]) => ({
      problem: `\`${before || 'nothing'}\` is now \`${after || 'gone'}\`, expected the note to say so if the meaning changed`,
      fix: 'Did the meaning change? Then say so in the note.',
    }));
}

/** An edit with more changed words is about more than one of them. */
const MAX = 12;

/**
 * The first word of direction, amount or scope that an edit replaces by a word of another side.
 *
 * @param lists the words of each side, `rise rose | fall fell`; those of a list with one side say something alone
 */
function turnIn({kind, segments}: Edit, lists: readonly string[]): [before: string, after: string][] {
  const [removed = [], added = []] = (['removed', 'added'] as const).map((side) => {
    const words = segments.filter((segment) => segment.kind === side).map(({text}) => text);
    return tokenise(words.join(' ').toLowerCase()).map(({key}) => key);
  });
  if (kind !== 'changed' || removed.length + added.length > MAX) return [];
  const turns = lists.flatMap((list): [string, string][] => {
    const sides = list.split(' | ').map((side) => side.split(' '));
    const sideOf = (word: string) => sides.findIndex((side) => side.includes(word));
    const before = removed.find((word) => sideOf(word) !== -1 && !added.includes(word)) ?? '';
    const gained = added.filter((word) => sideOf(word) !== -1 && !removed.includes(word));
    const [after = ''] = sides.length === 1 ? gained : gained.filter((word) => sideOf(word) !== sideOf(before));
    return (sides.length === 1 ? before || after : before && after) ? [[before, after]] : [];
  });
  return turns.slice(0, 1);
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
