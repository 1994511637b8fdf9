import {allowsException, checkModel, checkPages} from '../src/content/policy.ts';
import type {Problem} from '../src/content/problem.ts';
import {askedCriteria, CRITERIA_PAGE, judgeCriteria} from '../src/content/proposals/acceptance-criteria.ts';
import type {ProposalPaths} from '../src/content/proposals/proposal-files.ts';
import type {FoundProblem} from '../src/content/proposals/tell-author.ts';
import {isOfRecord, namesIn} from '../src/content/proposals/tell-author.ts';
import type {Criterion, Proposal} from '../src/content/schemas/proposal-schema.ts';
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
  /** What its record will say: an agreement that a page tells of must stand there. */
  record: Pick<Proposal, 'case_study' | 'received' | 'issue' | 'consent'>;
}

/** How a case study answers the acceptance criteria, by what is known beside its words. */
type CriteriaFor = (standing: Omit<Parameters<typeof judgeCriteria>[3], 'config'>) => Criterion[];

/** What the check finds in a case study, before anything is written, and how it answers the acceptance criteria. */
export async function judgeStudy(
  toolkit: Toolkit,
  {cwd, today}: Pick<Io, 'cwd' | 'today'>,
  {paths, page, note, record}: Judged,
): Promise<{document: SourceDocument; problems: FoundProblem[]; criteriaFor: CriteriaFor}> {
  const encoder = new TextEncoder();
  const added = Object.entries({
    [paths.page]: page,
    [paths.note]: note,
    [paths.record]: JSON.stringify(record),
  });
  const made = added.flatMap(([path, text]) => (text === undefined ? [] : [{path, bytes: encoder.encode(text)}]));
  const others = toolkit.files.filter(({path}) => !made.some((file) => file.path === path));
  const future = readToolkit(toolkit.config, [...others, ...made], toolkit.sidebar, toolkit.unread);
  const documents = future.documents.filter(({document}) => document.path === paths.page);
  const context = await loadCheckContext(cwd, toolkit.config);
  const document = documents[0]?.document ?? readDocument(paths.page, page ?? '').document;
  const found = [...checkModel(future, today), ...checkPages(documents, context)]
    .filter(({path, ruleId}) => path === paths.page && !isOfRecord(ruleId))
    .map(toFound);
  const problems = [...found, ...namesIn(document.text, toolkit.config)];
  const criteriaText = toolkit.pages.find(({id}) => id === CRITERIA_PAGE)?.document.text;
  const criteriaFor: CriteriaFor = (standing) => {
    const asked = askedCriteria(criteriaText ?? '');
    const criteria = judgeCriteria(asked, document, problems, {...standing, config: toolkit.config});
    // What came by e-mail is not public yet.
    return record.issue === undefined ? criteria.map(({shown: _shown, ...rest}) => rest) : criteria;
  };
  return {document, problems, criteriaFor};
}

function toFound({place, severity, ruleId, problem, fix}: Problem): FoundProblem {
  return {line: place?.line, severity, ruleId, problem, fix, isStyle: allowsException(ruleId)};
}
