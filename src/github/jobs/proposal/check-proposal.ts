import {allowsException, checkModel, checkPages} from '../../../checks/rule-set.ts';
import type {Io} from '../../../fs/io.ts';
import {loadCheckContext} from '../../../fs/load-check-context.ts';
import {readToolkit} from '../../../fs/load-toolkit.ts';
import type {FileChange} from '../../../fs/transaction/file-change.ts';
import {readDocument} from '../../../fs/yaml/document.ts';
import {buildFieldFeedback, type FieldFeedback} from '../../../intake/proposals/field-feedback.ts';
import {renderAddedNote, renderStudy} from '../../../intake/proposals/proposal-files.ts';
import {type ProposalIssue, type ProposedStudy, studyOf} from '../../../intake/proposals/study-of.ts';
import {notePath, shortNameOf} from '../../../model/pages/file-name.ts';
import {CASE_STUDY_FOLDER} from '../../../model/pages/page-kinds.ts';
import type {Toolkit} from '../../../model/toolkit.ts';

/** A proposal as the files that it becomes, and what is still missing from it. */
export interface CheckedProposal {
  study: ProposedStudy;
  page: {path: string; text: string};
  note: {path: string; text: string};
  /** The path of a page with the same title; the proposal may have become it. */
  existing: string | undefined;
  fields: FieldFeedback[];
}

/** Reads a proposal, and checks the page that it would become as if that were in the toolkit. Nothing is written. */
export async function checkProposal(
  toolkit: Toolkit,
  issue: ProposalIssue,
  {cwd, today}: Pick<Io, 'cwd' | 'today'>,
): Promise<CheckedProposal> {
  const {config, documents} = toolkit;
  const study = studyOf(issue, toolkit, today);
  const title = typeof study.data.title === 'string' ? study.data.title : '';
  const existing = documents.find(
    ({kind, document}) => kind === 'case-study' && title !== '' && document.frontMatter?.title === title,
  )?.document.path;
  const id = idFor(title, issue.number, (candidate) => toolkit.files.some(({path}) => path === `docs/${candidate}.md`));
  const page = {path: `docs/${id}.md`, text: renderStudy(study, config)};
  const noteText = renderAddedNote(id, study.data);
  const note = {path: notePath([id], noteText), text: noteText};

  const made = [page, note].map(({path, text}) => ({path, bytes: new TextEncoder().encode(text)}));
  const future = readToolkit({...config, ...toolkit.extensions}, [...toolkit.files, ...made], toolkit.unread);
  const own = future.documents.filter(({document}) => document.path === page.path);
  const found = [...checkModel(future, today), ...checkPages(own, await loadCheckContext(cwd, config))]
    .filter(({path}) => path === page.path)
    .map(({place, severity, ruleId, problem, fix}) => ({
      line: place?.line,
      severity,
      ruleId,
      problem,
      fix,
      isStyle: allowsException(ruleId),
    }));
  return {
    study,
    page,
    note,
    existing,
    fields: buildFieldFeedback(config, readDocument(page.path, page.text).document, found, study.faults),
  };
}

/** The new files of a proposal. */
export function proposalChanges({page, note}: CheckedProposal): FileChange[] {
  return [page, note].map(({path, text}) => ({kind: 'write', path, content: text, found: undefined}));
}

/** The id of the page, from its title; with the number of the proposal where another page has that name. */
function idFor(title: string, number: number, isTaken: (id: string) => boolean): string {
  const name = shortNameOf(title);
  const id = `${CASE_STUDY_FOLDER}/${name === '' || name === 'index' ? `proposal-${number}` : name}`;
  return isTaken(id) ? `${id}-${number}` : id;
}
