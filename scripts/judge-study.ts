import {allowsException, checkModel, checkPages} from '../src/content/policy.ts';
import type {Problem} from '../src/content/problem.ts';
import {askedCriteria, CRITERIA_PAGE, judgeCriteria} from '../src/content/proposals/acceptance-criteria.ts';
import type {AgreedConsent} from '../src/content/proposals/consent-of.ts';
import type {ProposalPaths} from '../src/content/proposals/proposal-files.ts';
import {labelOfStage} from '../src/content/proposals/proposal-stages.ts';
import type {Submission} from '../src/content/proposals/submission.ts';
import type {FoundProblem} from '../src/content/proposals/tell-author.ts';
import type {Criterion} from '../src/content/schemas/proposal-schema.ts';
import type {SourceDocument} from '../src/content/source-document.ts';
import type {Toolkit} from '../src/content/toolkit.ts';
import {readDocument} from '../src/store/document.ts';
import {loadCheckContext} from '../src/store/load-check-context.ts';
import {readToolkit} from '../src/store/load-toolkit.ts';
import type {Io} from './io.ts';

/** What is to be judged: a page that is there, or the words that it would have. */
interface Judged {
  paths: ProposalPaths;
  page?: string;
  note?: string;
  /** The day on record on which a second person read it. */
  checked: string | undefined;
  consent: AgreedConsent | undefined;
  submission: Submission;
}

/** What the check finds in a case study, before it is written, and how it answers the acceptance criteria. */
export async function judgeStudy(
  toolkit: Toolkit,
  {cwd, today}: Pick<Io, 'cwd' | 'today'>,
  {paths, page, note, checked, consent, submission}: Judged,
): Promise<{document: SourceDocument; problems: FoundProblem[]; criteria: Criterion[]}> {
  const encoder = new TextEncoder();
  const added = Object.entries({
    [paths.page]: page,
    [paths.note]: note,
    [paths.record]: page && recordWith(paths, consent, submission),
  });
  const made = added.flatMap(([path, text]) => (text === undefined ? [] : [{path, bytes: encoder.encode(text)}]));
  const others = toolkit.files.filter(({path}) => !made.some((file) => file.path === path));
  const future = readToolkit(toolkit.config, [...others, ...made], toolkit.sidebar, toolkit.unread);
  const documents = future.documents.filter(({document}) => document.path === paths.page);
  const context = await loadCheckContext(cwd, toolkit.config);
  const problems = [...checkModel(future, today), ...checkPages(documents, context)]
    .filter(({path}) => path === paths.page)
    .map(toFound);
  const document = documents[0]?.document ?? readDocument(paths.page, page ?? '').document;
  const criteriaText = toolkit.pages.find(({id}) => id === CRITERIA_PAGE)?.document.text;
  const isChecked = submission.labels.includes(labelOfStage('checked'));
  const criteria = judgeCriteria(askedCriteria(criteriaText ?? ''), document, problems, {
    config: toolkit.config,
    checked: checked ?? (isChecked ? today : undefined),
    agreed: document.frontMatter?.consent !== undefined,
  });
  // What came by e-mail is not public yet.
  const told = submission.issue === undefined ? criteria.map(({shown: _shown, ...rest}) => rest) : criteria;
  return {document, problems, criteria: told};
}

function recordWith({id}: ProposalPaths, consent: AgreedConsent | undefined, {received}: Submission): string {
  return JSON.stringify({case_study: id, received, ...(consent && {consent})});
}

function toFound({place, severity, ruleId, problem, fix}: Problem): FoundProblem {
  return {line: place?.line, severity, ruleId, problem, fix, isStyle: allowsException(ruleId)};
}
