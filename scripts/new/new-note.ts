import {existsSync} from 'node:fs';
import path from 'node:path';
import {stringify} from 'yaml';
import {unknownChange} from '../../src/checks/rules/model/no-unknown-name.ts';
import {measureDiff, whyMajor} from '../../src/diff/measure-diff.ts';
import type {ChangedPage} from '../../src/diff/published/changed-pages.ts';
import {changedPages} from '../../src/diff/published/changed-pages.ts';
import {describeEdit} from '../../src/diff/render/describe-edit.ts';
import {notePath, proposedKind} from '../../src/editorial/notes/note-draft.ts';
import {commandLine} from '../../src/format/command-line.ts';
import {ExitError, toExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {checkFrontMatter} from '../../src/model/check-front-matter.ts';
import {brokenPages, listUnread} from '../../src/model/files/unread-files.ts';
import type {Fault} from '../../src/model/problem.ts';
import {changeNoteSchema} from '../../src/model/schemas/change-note-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {allPages} from '../../src/model/toolkit.ts';
import type {OptionsOf} from '../commands.ts';

/** Options that become keys of the note unchanged. */
const TEXT_OPTIONS = ['note', 'corrects', 'why', 'who-is-affected', 'what-to-do'] as const;

/** Writes a change note about pages that changed and that no waiting note names yet. */
export async function newNote(toolkit: Toolkit, options: OptionsOf<'new'>, io: Io): Promise<number> {
  const waiting = withoutNote(toolkit);
  const isCorrection = options.corrects !== undefined;
  const known = [...waiting.keys()];
  tellUnreadPages(toolkit, options.pages, known.length === 0 && !isCorrection, io);
  if (known.length === 0 && !isCorrection) {
    throw new ExitError(
      'no page has changed in what readers see, or a note that waits names it, expected a change to tell of',
      'Change a page first; `npm run move` and `npm run withdraw` write their notes themselves.',
      {code: 1},
    );
  }
  tellChanges(waiting, io);
  const named = options.pages?.split(',').map((id) => id.trim());
  // A correction may fix an update that described pages wrongly, and those stay as they are.
  const allowed = isCorrection ? allPages(toolkit).map(({id}) => id) : known;
  const faults = judgePages(named, allowed, isCorrection);
  const pages = faults.length > 0 || !named ? known : named;
  const changed = pages.flatMap((id) => waiting.get(id) ?? []);
  const kind = options.kind ?? (isCorrection ? 'correction' : proposedKind(changed));
  const significance = options.significance ?? (kind === 'correction' ? 'major' : undefined);
  faults.push(...judgeSignificance(changed, significance));
  const given = TEXT_OPTIONS.flatMap((name) =>
    options[name] === undefined ? [] : [[name.replaceAll('-', '_'), options[name]] as const],
  );
  const answers = numbersIn(options.answers);
  const note = {
    ...{kind, significance: significance ?? 'major', pages},
    ...Object.fromEntries(given),
    ...(answers && {answers}),
  };
  faults.push(...faultsOf(note));
  const unknown = options.corrects === undefined ? [] : unknownChange(toolkit, options.corrects);
  faults.push(...unknown.map(({problem, fix}) => ({problem: `\`--corrects\`: ${problem}`, fix})));
  if (faults.length > 0) throw toExitError(faults);
  const file = notePath(pages, (candidate) => existsSync(path.join(io.cwd, candidate)));
  const content = `---\n${stringify(note, {lineWidth: 0})}---\n`;
  await commit(io.cwd, {command: 'new', changes: [{kind: 'write', path: file, content, found: undefined}]});
  io.stdout.write(`wrote ${file}\nNext: run \`npm run check\`; then send the note and the page together.\n`);
  return 0;
}

/** Whether a page has changed cannot be told where its file cannot be read; where that page is meant it is refused. */
function tellUnreadPages(toolkit: Toolkit, option: string | undefined, isAny: boolean, {stderr}: Io): void {
  const named = option?.split(',').map((id) => id.trim());
  const broken = brokenPages(toolkit);
  const meant = broken.filter(({id}) => named?.includes(id) ?? isAny);
  if (meant.length > 0) {
    throw toExitError(
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
    if (diff.kind !== 'added') for (const edit of diff.edits) stdout.write(`  ${describeEdit(edit)}\n`);
  }
}

function judgePages(named: readonly string[] | undefined, allowed: readonly string[], isCorrection: boolean): Fault[] {
  const stray = named?.find((id) => !allowed.includes(id));
  if (isCorrection && (!named || stray !== undefined)) {
    const problem = named
      ? `option \`--pages\` names \`${stray}\`, expected pages of the toolkit`
      : 'option `--pages` is missing, expected the pages that the corrected update was about';
    return [{problem, fix: 'Write their ids with commas between: `--pages index,reference/history`.'}];
  }
  if (stray === undefined) return [];
  const problem = `option \`--pages\` names \`${stray}\`, expected pages that have changed and have no note: ${allowed.join(', ')}`;
  return [{problem, fix: 'Name some of these, or leave the option out for all of them.'}];
}

/** Why readers must be told of the changes, each page with its reason, and what to tell of the first. */
function whyTold(changed: readonly ChangedPage[]): {reason: string; tell: string} | undefined {
  const reasons = changed.flatMap(({page, diff}) => {
    const major = whyMajor(diff);
    return major ? [{reason: `\`${page.id}\` ${major.reason}`, tell: major.advice.replace('`note`', '`--note`')}] : [];
  });
  const [first] = reasons;
  return first && {reason: reasons.map(({reason}) => reason).join('; '), tell: first.tell};
}

/** Only the author can say whether readers must be told, unless the change touches what they act on. */
function judgeSignificance(changed: readonly ChangedPage[], significance: string | undefined): Fault[] {
  const told = whyTold(changed);
  if (told && significance === 'minor') {
    const problem = `option \`--significance\` holds \`minor\` and ${told.reason}, expected \`major\`: readers act on these`;
    return [{problem, fix: `Write \`--significance major\`, and ${told.tell}.`}];
  }
  if (significance !== undefined) return [];
  const fix = told
    ? `Write \`--significance major\`: ${told.reason}.`
    : 'Add it; no number, date or duty changed, so it may be either.';
  return [
    {problem: 'option `--significance` is missing, expected `major` where readers must be told, else `minor`', fix},
  ];
}

/** `12, 15` as numbers; what is none is left for the schema to refuse. */
function numbersIn(option: string | undefined): number[] | undefined {
  return option?.split(',').map((number) => Number(number.trim() || Number.NaN));
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
