import {caseStudyProposalForm} from '../src/content/issue-forms/case-study-proposal-form.ts';
import type {Fault} from '../src/content/proposals/consent-of.ts';
import type {ProposalPaths} from '../src/content/proposals/proposal-files.ts';
import {recordOf} from '../src/content/proposals/proposal-files.ts';
import type {HeldBack, ReachedStage} from '../src/content/proposals/stages-in-order.ts';
import {stagesInOrder} from '../src/content/proposals/stages-in-order.ts';
import type {ToldField} from '../src/content/proposals/tell-author.ts';
import {tellAuthor, waitsFor, withoutAnswered} from '../src/content/proposals/tell-author.ts';
import type {Proposal} from '../src/content/schemas/proposal-schema.ts';
import type {Toolkit} from '../src/content/toolkit.ts';
import {fingerprintOf} from '../src/store/fingerprint.ts';
import type {FileChange} from '../src/store/transaction/file-change.ts';
import type {Io} from './io.ts';
import {judgeStudy} from './judge-study.ts';

/** What is known of a proposal when its record is brought up to date, whether labels or a command tell its stage. */
interface Renewal {
  paths: ProposalPaths;
  /** Which case study it is, when it came, and who agreed as is known now. */
  base: Pick<Proposal, 'case_study' | 'received' | 'issue' | 'consent'>;
  earlier: Proposal | undefined;
  /** The words of its page and its note, where they are not on disk as they are to be judged. */
  page?: string;
  note?: string;
  reached: readonly ReachedStage[];
  /** Whether the form gives the words away; `undefined` where no form came in. */
  isLicensed: boolean | undefined;
  /** What is wrong with the answers themselves. */
  faults: readonly Fault[];
  /** Fields of which an answer is there, and not in the page. */
  answered: readonly string[];
}

/** Judges the page of a proposal, and works out its record, what is missing and which stages cannot stand yet. */
export async function renewRecord(
  toolkit: Toolkit,
  io: Pick<Io, 'cwd' | 'today'>,
  {paths, base, earlier, page, note, reached: seenTo, isLicensed, faults, answered}: Renewal,
): Promise<{record: Proposal; told: ToldField[]; heldBack: HeldBack[]; changedSince?: ReachedStage}> {
  const {document, problems, criteriaFor} = await judgeStudy(toolkit, io, {
    paths,
    ...(page !== undefined && {page}),
    ...(note !== undefined && {note}),
    record: base,
  });
  const told = withoutAnswered(tellAuthor(caseStudyProposalForm(toolkit.config), document, problems, faults), answered);
  const isComplete =
    !problems.some(({severity}) => severity === 'error') && !faults.some(({isNeeded}) => isNeeded === true);
  const fingerprint = fingerprintOf(document);
  const reached = seenTo.map((one) => (one.stage === 'withdrawn' ? one : {...one, fingerprint}));
  const {stages, heldBack} = stagesInOrder({earlier, isComplete, reached, today: io.today});
  const record = recordOf({
    ...base,
    earlier,
    isComplete,
    reached,
    today: io.today,
    waits_for: waitsFor(told),
    criteria: criteriaFor({
      checked: stages.find(({stage}) => stage === 'checked')?.on,
      isLicensed,
      known: earlier?.criteria ?? [],
    }),
  });
  const changedSince = stages.find((one) => one.fingerprint !== undefined && one.fingerprint !== fingerprint);
  return {record, told, heldBack, ...(changedSince && {changedSince})};
}

/** The change that writes a record; none where it says the same already. */
export function changeOfRecord({files}: Pick<Toolkit, 'files'>, path: string, record: Proposal): FileChange[] {
  const found = files.find((file) => file.path === path)?.bytes;
  const content = `${JSON.stringify(record, undefined, 2)}\n`;
  const isSame = found !== undefined && new TextDecoder().decode(found) === content;
  return isSame ? [] : [{kind: 'write', path, content, found}];
}
