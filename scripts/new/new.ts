import {existsSync} from 'node:fs';
import path from 'node:path';
import type {z} from 'zod';
import type {AskedKey} from '../../src/content/drafts/asked-keys.ts';
import {askedKeys, UNASKED} from '../../src/content/drafts/asked-keys.ts';
import type {Candidate, NearDuplicate} from '../../src/content/drafts/near-duplicates.ts';
import {nearDuplicates} from '../../src/content/drafts/near-duplicates.ts';
import {NOTE_WORD} from '../../src/content/drafts/new-options.ts';
import {PAGE_KINDS, schemaOf, sectionsOf, UNWRITTEN_MARK} from '../../src/content/drafts/page-kinds.ts';
import {parseAnswer} from '../../src/content/drafts/parse-answer.ts';
import {renderDraft} from '../../src/content/drafts/render-draft.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Io, Run} from '../io.ts';
import {ExitError, terminalOf} from '../io.ts';
import {refusal} from '../refusal.ts';
import {askAnswer} from './ask-answers.ts';
import type {Asker} from './asker.ts';
import {createAsker, notWritten} from './asker.ts';
import type {AnswerFault} from './check-answer.ts';
import {checkAnswer, exampleOf, missingAnswer} from './check-answer.ts';
import {newFromIssue} from './from-issue.ts';
import {newNote} from './new-note.ts';
import type {Subject} from './subject.ts';
import {findSubject} from './subject.ts';

/** `toolkit new`: writes the file of a new case study or page, from options or from answers at a terminal. */
export const run: Run = async (options, io, words) => {
  const toolkit = await loadToolkit(io.cwd);
  if (isProposal(words, options)) return newFromIssue(toolkit, options, io);
  const terminal = terminalOf(io);
  const ask = terminal && createAsker(terminal);
  if (words[0] === NOTE_WORD) {
    refuseTitle(words);
    return newNote(toolkit, options, io, ask);
  }
  const subject = await findSubject(words, options, toolkit.config, ask);
  if (existsSync(path.join(io.cwd, subject.path))) {
    throw new ExitError(
      `\`${subject.path}\` exists, expected a title whose page does not`,
      'Change that page, or choose another title.',
    );
  }
  const schema = schemaOf(subject.kind, toolkit.config);
  const {data, missing} = answersOrRefusal(schema, options, ask !== undefined);
  const told = await tellNearDuplicates(nearDuplicates(toolkit, {...subject, ...namesIn(data)}), io, ask);
  if (ask) for (const asked of missing) data[asked.key] = await askAnswer(ask, schema, asked);
  const later = nearDuplicates(toolkit, {...subject, ...namesIn(data)});
  await tellNearDuplicates(
    later.filter(({path: found}) => !told.includes(found)),
    io,
    ask,
  );
  const sections = sectionsOf(subject.kind, subject.folder, toolkit.config.sections);
  const content = renderDraft({schema, data: {title: subject.title, ...data}, sections});
  await commit(io.cwd, {command: 'new', changes: [{kind: 'write', path: subject.path, content, found: undefined}]});
  io.stdout.write(`wrote ${subject.path}\n${nextSteps(subject, toolkit.config)}`);
  return 0;
};

/** Whether a page is to be made of a proposal; only a case study can be one. */
function isProposal([kind]: readonly string[], options: Parameters<Run>[0]): boolean {
  const given = ['from-issue', 'write'].filter((option) => options[option] !== undefined);
  if (given.length === 0) return false;
  if (kind === PAGE_KINDS[0] && options['from-issue'] !== undefined) return true;
  throw new ExitError(
    '`--from-issue` and `--write` go together with `case-study`, expected `case-study --from-issue FILE`',
    `Write \`npm run new -- ${PAGE_KINDS[0]} --from-issue issue.json\`.`,
  );
}

/** A note has no title, and words that nobody asked for would be lost. */
function refuseTitle([, ...rest]: readonly string[]): void {
  if (rest.length === 0) return;
  throw new ExitError(
    `\`${rest.join(' ')}\` given after \`${NOTE_WORD}\`, expected no title: a note has none`,
    `Write what it says with \`--note "..."\`, and the pages with \`--pages\`.`,
  );
}

/** What the options answer, and the keys still to ask for; where nobody can be asked, a missing one is a refusal. */
function answersOrRefusal(schema: z.ZodObject, options: Parameters<Run>[0], canAsk: boolean) {
  const {data, faults, missing} = answersFromOptions(schema, askedKeys(schema), options);
  const owed = canAsk ? [] : missing.filter(({required}) => required);
  const reasons = [...faults, ...owed.map((asked) => missingAnswer(asked, exampleOf(asked.key)))];
  if (reasons.length > 0) throw refusal(reasons);
  return {data, missing};
}

function namesIn({service, place}: Readonly<Record<string, unknown>>): Pick<Candidate, 'service' | 'place'> {
  return {
    ...(typeof service === 'string' && {service}),
    ...(typeof place === 'string' && {place}),
  };
}

/** Names the pages that may say the same already; at a terminal asks whether to go on. Gives their paths. */
async function tellNearDuplicates(found: readonly NearDuplicate[], io: Io, ask: Asker | undefined): Promise<string[]> {
  for (const {path: file, title, because} of found) {
    io.stdout.write(`near duplicate: ${file}: "${title}" ${because.join(' and ')}\n`);
  }
  if (found.length > 0 && ask && !(await ask.agree('Write a new one all the same?'))) throw notWritten();
  return found.map(({path: file}) => file);
}

/** What the options answer, what is wrong with it, and the required keys that are still without an answer. */
interface GivenAnswers {
  data: Record<string, unknown>;
  faults: AnswerFault[];
  missing: AskedKey[];
}

/** Reads the answers that were given as options. */
function answersFromOptions(
  schema: z.ZodObject,
  asked: readonly AskedKey[],
  options: Parameters<Run>[0],
): GivenAnswers {
  const given: GivenAnswers = {data: {}, faults: [], missing: []};
  for (const entry of asked) {
    const text = options[entry.option] ?? UNASKED[entry.key];
    if (typeof text !== 'string') {
      given.missing.push(entry);
      continue;
    }
    const value = parseAnswer(entry.schema, text);
    given.faults.push(...checkAnswer(schema, entry.key, value));
    given.data[entry.key] = value;
  }
  return given;
}

/** What to do after the file is written. */
function nextSteps({kind, id, path}: Subject, {priorities, approaches}: ToolkitConfig): string {
  const term = [...priorities, ...approaches].find((candidate) => id.endsWith(`/${candidate.id}`) && !candidate.page);
  const steps = [
    `In \`${path}\`, put your words where it says \`${UNWRITTEN_MARK}\`, and fill in the keys that a source supports.`,
    ...(kind === 'page' ? [`Add \`${id}\` to \`sidebars\` in \`navigation.json\`.`] : []),
    ...(term ? [`Add \`"${term.id}": "${id}"\` to \`pages\` in \`navigation.json\`.`] : []),
    'Run `npm run new -- note`, and tell readers what there is now.',
    'Run `npm run check` until nothing is left, and `npm start` to see the page.',
  ];
  return `Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}
