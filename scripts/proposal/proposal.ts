import {idFrom} from '../../src/content/moves/page-file.ts';
import {listWords, nearest} from '../../src/content/nearest.ts';
import {addressOf} from '../../src/content/page-id.ts';
import type {Fault} from '../../src/content/proposals/consent-of.ts';
import {proposalPaths, recordOf, waitingNote} from '../../src/content/proposals/proposal-files.ts';
import {labelOfStage, SEEN_TO_ON_PAGE, STAGES_BY_HAND} from '../../src/content/proposals/proposal-stages.ts';
import {newestProposal} from '../../src/content/proposals/proposed-studies.ts';
import {publishedOn} from '../../src/content/proposals/published-on.ts';
import type {HeldBack, ReachedStage} from '../../src/content/proposals/stages-in-order.ts';
import {stagesInOrder} from '../../src/content/proposals/stages-in-order.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import {daySchema} from '../../src/content/schemas/day-schema.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';
import type {SourceDocument} from '../../src/content/source-document.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {changeOfRecord, renewRecord} from '../renew-record.ts';
import {tellProposal} from '../tell-proposal.ts';

/**
 * `toolkit proposal`: brings the record of a proposal up to date with its page, and puts on it a stage that people see
 * to, as a label on its issue does.
 */
export const run: Run = async ({stage, on, undo}, io, words) => {
  const toolkit = await loadToolkit(io.cwd);
  const found = findProposal(toolkit, words);
  const {document} = found;
  if (found.named !== found.data.case_study) {
    io.stdout.write(`\`${found.named}\` moved: it is \`${found.data.case_study}\` now.\n`);
  }
  const given = readStage({stage, on}, found.data, io.today);
  const earlier = undo === true ? withoutStage(found.data, given[0]) : found.data;
  const reached = undo === true ? [] : given;
  const paths = {...proposalPaths(nameOf(earlier), () => false), record: document.path};
  const page = toolkit.documents.find((one) => one.document.path === paths.page)?.document;
  if (!page && undo !== true) refuseUnread(given, paths.page);
  const {record, told, heldBack, changedSince} = await renewed(toolkit, {earlier, paths, reached, page}, io);
  const refused = heldBack.find((held) => reached.some((one) => one.stage === held.stage));
  if (refused) throw notYet(refused, earlier, told);
  const changes = changeOfRecord(toolkit, paths.record, record);
  if (changes.length > 0) await commit(io.cwd, {command: 'proposal', changes});
  io.stdout.write(
    changes.length > 0 ? `wrote ${paths.record}\n` : `nothing to write: ${paths.record} says the same already\n`,
  );
  const published = publishedOn(toolkit, earlier.case_study);
  const hasConsent = page?.frontMatter?.consent !== undefined;
  const shown = {
    record,
    published,
    page: paths.page,
    hasPage: page !== undefined,
    isTakenBack: page?.frontMatter?.withdrawn !== undefined,
    note: waitingNote(toolkit, paths),
    hasConsent,
    told,
    heldBack,
    changedSince,
    differing: [],
  };
  io.stdout.write(tellProposal(shown));
  const [first] = given;
  if (first && earlier.issue !== undefined) {
    const label = labelOfStage(first.stage);
    io.stdout.write(
      undo === true
        ? `Take the label \`${label}\` off proposal ${earlier.issue} too: else it puts the stage on record again.\n`
        : `Once this is on the main branch, put the label \`${label}\` on proposal ${earlier.issue} too: whoever sent it sees the stage there.\n`,
    );
  }
  return 0;
};

interface Given {
  earlier: Proposal;
  paths: ReturnType<typeof proposalPaths>;
  reached: readonly ReachedStage[];
  page: SourceDocument | undefined;
}

/** The record as it is now; without a page nothing but a stage can have changed. */
async function renewed(
  toolkit: Toolkit,
  {earlier, paths, reached, page}: Given,
  io: Io,
): Promise<{record: Proposal; told: ToldField[]; heldBack: HeldBack[]; changedSince?: ReachedStage}> {
  const {case_study, received, issue, consent} = earlier;
  const base = {case_study, received, ...(issue !== undefined && {issue}), ...(consent && {consent})};
  const answered = consent ? ['consent'] : [];
  const all = {paths, base, earlier, reached, isLicensed: undefined, faults: lacksConsent(page, earlier), answered};
  if (page) return renewRecord(toolkit, io, all);
  const isComplete = earlier.stages?.some(({stage}) => stage === 'complete') === true;
  const known = {earlier, isComplete, reached, today: io.today};
  return {record: recordOf({...earlier, ...known}), told: [], heldBack: stagesInOrder(known).heldBack};
}

/** The answers are not kept: which of them keeps a consent from being on record only they tell. */
function lacksConsent(page: SourceDocument | undefined, {consent}: Proposal): Fault[] {
  if (consent || page?.frontMatter?.consent !== undefined) return [];
  return [
    {
      field: 'consent',
      problem: 'no consent is on record: a box, the role or the day was missing when the answers were read',
      fix: 'Read the newest answers again with `npm run new -- case-study --from-issue FILE`: it names what is missing.',
      isNeeded: true,
    },
  ];
}

/** The record before a stage was put on it by mistake; the stages after it rest on it. */
function withoutStage(proposal: Proposal, undone: ReachedStage | undefined): Proposal {
  const {stages = [], ...rest} = proposal;
  if (undone === undefined) {
    throw new ExitError(
      'option `--undo` is given alone, expected `--stage` beside it',
      'Name the stage that was put on record by mistake, such as `--stage checked --undo`.',
    );
  }
  const at = stages.findIndex(({stage}) => stage === undone.stage);
  if (at < 0) {
    throw new ExitError(
      `the stage \`${undone.stage}\` is not on record, expected one that is`,
      `Nothing has to be taken back. \`npm run proposal -- ${proposal.case_study}\` says where it stands.`,
    );
  }
  const left = stages.slice(0, at);
  return {...rest, ...(left.length > 0 && {stages: left})};
}

/** Nobody can have read a page that is not there. */
function refuseUnread([first]: readonly ReachedStage[], page: string): void {
  if (!first || !SEEN_TO_ON_PAGE.includes(first.stage)) return;
  throw new ExitError(
    `the stage \`${first.stage}\` cannot be put on record: \`${page}\` is not there, expected the page that was read`,
    'Make it first with `npm run new -- case-study --from-issue FILE`. Nothing was written.',
    1,
  );
}

function notYet({stage, why}: HeldBack, {case_study}: Proposal, told: readonly ToldField[]): ExitError {
  const open = told.filter(({needed}) => needed.length > 0);
  const fields = (open.length > 0 ? open : told).map(({label}) => label).join(', ');
  return new ExitError(
    `the stage \`${stage}\` cannot be put on record: ${why}${fields === '' ? '' : ` (see: ${fields})`}; expected complete, then checked, then confirmed, each on its day or later`,
    `Run \`npm run proposal -- ${case_study}\`: it says what comes next. Nothing was written.`,
    1,
  );
}

function nameOf({case_study: id}: Pick<Proposal, 'case_study'>): string {
  return id.replace(/^case-studies\//, '');
}

/** The newest proposal of the case study that the words name. */
function findProposal(
  toolkit: Toolkit,
  [word, ...more]: readonly string[],
): Toolkit['proposals'][number] & {named: string} {
  const {proposals} = toolkit;
  const ids = [...new Set(proposals.map(({data}) => data.case_study))].sort();
  if (ids.length === 0) {
    throw new ExitError(
      'no proposal is on record, expected one in `ledgers/proposals/`',
      'Take one in with `npm run new -- case-study --from-issue FILE`.',
    );
  }
  if (word === undefined || more.length > 0) {
    throw new ExitError(
      `${more.length === 0 ? 'no case study is' : `${more.length + 1} case studies are`} named, expected one of ${listWords(ids)}`,
      'Write `npm run proposal -- <case study>`.',
    );
  }
  const id = idFrom(word);
  const found = newestProposal(toolkit, id) ?? movedProposal(toolkit, id);
  if (found) return {...found, named: id};
  const near = nearest(id, ids);
  throw new ExitError(
    `no proposal of \`${id}\` is on record, expected ${listWords(ids)}`,
    near ? `Write \`${near}\`, the nearest of these.` : 'Write one of these.',
  );
}

/** The proposal of a page that had this id before it moved: readers know its old address, or its record has the old name. */
function movedProposal(toolkit: Toolkit, id: string): Toolkit['proposals'][number] | undefined {
  const page = toolkit.caseStudies.find(({data}) => data.redirect_from?.includes(addressOf(id)));
  const known = page && newestProposal(toolkit, page.id);
  return (
    known ??
    toolkit.proposals.find(
      ({document}) => document.path === proposalPaths(nameOf({case_study: id}), () => false).record,
    )
  );
}

/** The stage that was reached, and its day. */
function readStage(
  {stage, on}: Pick<Parameters<Run>[0], 'stage' | 'on'>,
  {received}: Proposal,
  today: string,
): ReachedStage[] {
  if (stage === undefined && on === undefined) return [];
  const known = STAGES_BY_HAND.find((one) => one === stage);
  if (!known) {
    const near = typeof stage === 'string' ? nearest(stage, STAGES_BY_HAND) : undefined;
    throw new ExitError(
      `option \`--stage\` ${stage === undefined ? 'is missing beside `--on`' : `holds \`${stage}\``}, expected ${listWords(STAGES_BY_HAND)}`,
      near ? `Write \`--stage ${near}\`, the nearest of these.` : 'Write one of these: the other stages are found out.',
    );
  }
  const day = on ?? today;
  const read = daySchema.safeParse(day);
  if (!read.success) {
    throw new ExitError(`option \`--on\` ${read.error.issues[0]?.message}`, 'Write the day as `2026-11-24`.');
  }
  if (read.data > today || read.data < received) {
    throw new ExitError(
      `option \`--on\` holds \`${read.data}\`, expected a day from ${received}, when the proposal came in, to today, ${today}`,
      'Give the day on which it happened.',
    );
  }
  return [{stage: known, on: read.data}];
}
