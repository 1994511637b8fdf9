import {existsSync} from 'node:fs';
import path from 'node:path';
import {stringify} from 'yaml';
import {checkFrontMatter} from '../../src/content/check-front-matter.ts';
import type {ChangedPage} from '../../src/content/coverage.ts';
import {changedPages} from '../../src/content/coverage.ts';
import {commandLine} from '../../src/content/desk/command-line.ts';
import {brokenPages, listUnread} from '../../src/content/desk/unread-files.ts';
import {measureDiff} from '../../src/content/diff/measure-diff.ts';
import {tellEdit} from '../../src/content/diff/tell-edit.ts';
import {whyMajor} from '../../src/content/diff/why-major.ts';
import {notePath, possibleKinds} from '../../src/content/drafts/note-draft.ts';
import type {Fault} from '../../src/content/publish/judge-wishes.ts';
import {unknownChange} from '../../src/content/rules/no-unknown-name.ts';
import {changeNoteSchema} from '../../src/content/schemas/change-note-schema.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {refusal} from '../refusal.ts';
import type {Asker} from './asker.ts';

/** Options that become keys of the note as they are. */
const WORDS = {
  note: 'note',
  corrects: 'corrects',
  why: 'why',
  'who-is-affected': 'who_is_affected',
  'what-to-do': 'what_to_do',
} as const;

/** Writes a change note about pages that changed and that no waiting note names yet. */
export async function newNote(
  toolkit: Toolkit,
  options: Parameters<Run>[0],
  io: Io,
  ask: Asker | undefined,
): Promise<number> {
  const waiting = withoutNote(toolkit);
  const isCorrection = options.corrects !== undefined;
  const known = [...waiting.keys()];
  tellUnreadPages(toolkit, options.pages, known.length === 0 && !isCorrection, io);
  if (known.length === 0 && !isCorrection) {
    throw new ExitError(
      'no page has changed in what readers see, or a note that waits names it, expected a change to tell of',
      'Change a page first; `npm run move` and `npm run withdraw` write their notes themselves.',
      1,
    );
  }
  tellChanges(waiting, io);
  // A correction may put an update right that told what was not so, of pages that stay as they are.
  const {faults, gather} = gatherFaults(ask === undefined);
  const asked = await gather(() =>
    isCorrection ? correctedPages(toolkit, options.pages) : pagesFor(known, options.pages, ask),
  );
  const ids = asked ?? known;
  const changed = ids.flatMap((id) => waiting.get(id) ?? []);
  const kinds = isCorrection ? (['correction'] as const) : possibleKinds(changed);
  const kind = options.kind ?? (ask && !isCorrection ? await ask.oneOf('What kind of change is it?', kinds) : kinds[0]);
  // A correction is always major.
  const significance =
    kind === 'correction' && options.significance === undefined
      ? 'major'
      : ((await gather(() => significanceOf(changed, options.significance, io, ask))) ?? 'major');
  const words = await wordsFrom(options, {kind, significance}, ask);
  const note = {kind, significance, pages: ids, ...words};
  faults.push(...faultsOf(note));
  const unknown = typeof words.corrects === 'string' ? unknownChange(toolkit, words.corrects) : [];
  faults.push(...unknown.map(({problem, fix}) => ({problem: `\`--corrects\`: ${problem}`, fix})));
  if (faults.length > 0) throw refusal(faults);
  const file = notePath(ids, (candidate) => existsSync(path.join(io.cwd, candidate)));
  const content = `---\n${stringify(note, {lineWidth: 0})}---\n`;
  await commit(io.cwd, {command: 'new', changes: [{kind: 'write', path: file, content, found: undefined}]});
  io.stdout.write(`wrote ${file}\nNext: run \`npm run check\`; then send the note and the page together.\n`);
  return 0;
}

/** Whether a page has changed cannot be told where its file cannot be read; where that page is meant it is refused. */
function tellUnreadPages(toolkit: Toolkit, option: unknown, isAny: boolean, {stderr}: Io): void {
  const named = typeof option === 'string' ? option.split(',').map((id) => id.trim()) : undefined;
  const broken = brokenPages(toolkit);
  const meant = broken.filter(({id}) => named?.includes(id) ?? isAny);
  if (meant.length > 0) {
    throw refusal(
      meant.map(({path: file}) => ({
        problem: `\`${file}\` cannot be read, so whether the page has changed nobody can tell; expected a page`,
        fix: `Run \`${commandLine('check', file)}\`, and mend the file.`,
      })),
    );
  }
  if (broken.length > 0) stderr.write(`${listUnread(broken.map(({path: file}) => file))}\n`);
}

/** The pages that changed and of which no waiting note tells. */
function withoutNote(toolkit: Toolkit): ReadonlyMap<string, ChangedPage> {
  const named = new Set(toolkit.notes.flatMap(({data}) => data.pages));
  return new Map([...changedPages(toolkit)].filter(([id]) => !named.has(id)));
}

/** Each change in words, so that whoever writes the note need not remember. */
function tellChanges(waiting: ReadonlyMap<string, ChangedPage>, {stdout}: Io): void {
  for (const [id, {page, diff}] of waiting) {
    stdout.write(`${id}: ${page.data.title}: ${diff.kind === 'added' ? 'new page' : measureDiff(diff)}\n`);
    if (diff.kind !== 'added') for (const edit of diff.edits) stdout.write(`  ${tellEdit(edit)}\n`);
  }
}

async function pagesFor(known: readonly string[], option: unknown, ask: Asker | undefined): Promise<string[]> {
  if (typeof option !== 'string') return ask ? ask.someOf('Which pages is the note about?', known, true) : [...known];
  const named = option.split(',').map((id) => id.trim());
  const stray = named.find((id) => !known.includes(id));
  if (stray === undefined) return named;
  throw new ExitError(
    `option \`--pages\` names \`${stray}\`, expected pages that have changed and have no note: ${known.join(', ')}`,
    'Name some of these, or leave the option out for all of them.',
  );
}

function correctedPages(toolkit: Toolkit, option: unknown): string[] {
  const live = allPages(toolkit).map(({id}) => id);
  const named = typeof option === 'string' ? option.split(',').map((id) => id.trim()) : [];
  const stray = named.find((id) => !live.includes(id));
  if (named.length > 0 && stray === undefined) return named;
  throw new ExitError(
    stray === undefined
      ? 'option `--pages` is missing, expected the pages that the corrected words were about'
      : `option \`--pages\` names \`${stray}\`, expected pages of the toolkit`,
    'Write their ids with commas between: `--pages index,reference/history`.',
  );
}

/** Why readers must be told of the changes, each page with its reason, and what to tell of the first. */
function whyTold(changed: readonly ChangedPage[]): {reason: string; tell: string} | undefined {
  const reasons = changed.flatMap(({page, diff}) => {
    const major = whyMajor(diff);
    return major ? [{reason: `\`${page.id}\` ${major.reason}`, tell: major.tell.replace('`note`', '`--note`')}] : [];
  });
  const [first] = reasons;
  return first && {reason: reasons.map(({reason}) => reason).join('; '), tell: first.tell};
}

/** What a change touches may settle the question; else somebody has to answer it. What the check would refuse is not written. */
async function significanceOf(
  changed: readonly ChangedPage[],
  option: unknown,
  {stdout}: Io,
  ask: Asker | undefined,
): Promise<unknown> {
  const told = whyTold(changed);
  if (told && option === 'minor') {
    throw new ExitError(
      `option \`--significance\` holds \`minor\` and ${told.reason}, expected \`major\`: readers act on these`,
      `Write \`--significance major\`, and ${told.tell}.`,
    );
  }
  if (option !== undefined) return option;
  if (ask && told) {
    stdout.write(`${told.reason}: readers must be told of it\n`);
    return 'major';
  }
  if (ask) return (await ask.agree('Must readers be told of it?')) ? 'major' : 'minor';
  throw new ExitError(
    'option `--significance` is missing, expected `major` where readers must be told, else `minor`',
    told
      ? `Write \`--significance major\`: ${told.reason}.`
      : 'Add it; no number, date or duty changed, so it may be either.',
  );
}

async function wordsFrom(
  options: Parameters<Run>[0],
  {kind, significance}: {kind: unknown; significance: unknown},
  ask: Asker | undefined,
): Promise<Record<string, unknown>> {
  const given = Object.entries(WORDS).flatMap(([option, key]) =>
    options[option] === undefined ? [] : [[key, options[option]] as const],
  );
  const answers = numbersIn(options.answers);
  const words = {...Object.fromEntries(given), ...(answers && {answers})};
  if (options.note !== undefined || !ask) return words;
  const question = significance === 'minor' ? 'What was put right?' : 'What do readers have to know?';
  const asked: Record<string, unknown> = {note: await askFor(ask, 'note', `${question} One to three plain sentences.`)};
  if (kind === 'correction' && options.corrects === undefined)
    asked.corrects = await askFor(ask, 'corrects', 'Which update does it put right? Its slug.');
  if (significance === 'major') {
    for (const [key, more] of Object.entries(MORE)) asked[key] = await askFor(ask, key as keyof typeof MORE, more);
  }
  return {...words, ...Object.fromEntries(Object.entries(asked).filter(([, answer]) => answer !== undefined))};
}

/** `12, 15` as numbers; what is none is left for the schema to refuse. */
function numbersIn(option: unknown): number[] | undefined {
  return option === undefined
    ? undefined
    : String(option)
        .split(',')
        .map((number) => Number(number.trim() || Number.NaN));
}

/** What a major note may say beside its own sentences; an empty answer leaves it out. */
const MORE = {
  why: 'Why did it change? Leave empty if the note says it.',
  who_is_affected: 'Who is affected? Leave empty if it is everybody.',
  what_to_do: 'What should they do? Leave empty if nothing.',
} as const;

async function askFor(
  ask: Asker,
  key: 'note' | 'corrects' | keyof typeof MORE,
  question: string,
): Promise<string | undefined> {
  const schema = changeNoteSchema.shape[key];
  const fault = (answer: string) => {
    const result = schema.safeParse(answer.trim() === '' ? undefined : answer);
    return result.success ? undefined : result.error.issues.map(({message}) => message).join('; ');
  };
  const answer = await ask.words(question, fault);
  return answer.trim() === '' ? undefined : answer;
}

/** Keeps refusals until all are known, where nobody is at a terminal to mend one after the other. */
function gatherFaults(isKept: boolean) {
  const faults: Fault[] = [];
  const gather = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(isKept && error instanceof ExitError)) throw error;
      faults.push({problem: error.message, fix: error.fix});
      return undefined;
    }
  };
  return {faults, gather};
}

/** Faults of the note name the options, which is what was written. */
function faultsOf(data: Record<string, unknown>): Fault[] {
  const document = {path: '', text: '', frontMatter: data, placeOf: () => undefined, body: '', bodyOffset: 0};
  const withOptions = (text: string) =>
    text.replace(/`([a-z_]+)`/, (_, key: string) => `\`--${key.replaceAll('_', '-')}\``);
  return checkFrontMatter(document, changeNoteSchema).findings.map(({problem, fix}) => ({
    problem: withOptions(problem),
    fix: withOptions(fix),
  }));
}
