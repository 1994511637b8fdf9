import {stringify} from 'yaml';
import {withNotes} from '../../../content/markdown/edit/note-places.ts';
import {shortNameOf} from '../../../content/pages/file-name.ts';
import {CASE_STUDY_FOLDER, schemaOf} from '../../../content/pages/page-kinds.ts';
import {renderDraft} from '../../../content/pages/render-draft.ts';
import {isBeforeLaunch} from '../../../content/records/launch.ts';
import type {AgreedConsent} from '../../../content/schemas/case-study-schema.ts';
import {changeNoteSchema, type PageNote} from '../../../content/schemas/change-note-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {asClause} from '../../../format/text.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {loadCheckContext} from '../../../io/load-check-context.ts';
import {readToolkit} from '../../../io/load-toolkit.ts';
import {commit} from '../../../io/transaction/commit.ts';
import {readDocument} from '../../../io/yaml/document.ts';
import {allowsException, checkModel, checkPages} from '../../../rules/rule-set.ts';
import {buildFieldFeedback} from './field-feedback.ts';
import {type ProposalIssue, type ProposedStudy, studyOf} from './study-of.ts';

/** A proposal as the files that it becomes, and what is still missing from it. */
export type CheckedProposal = Awaited<ReturnType<typeof checkProposal>>;

/** Reads a proposal, and checks the page that it would become as if that were in the toolkit. Nothing is written. */
export async function checkProposal(toolkit: Toolkit, issue: ProposalIssue, {cwd, today}: Pick<Io, 'cwd' | 'today'>) {
  const {config, documents} = toolkit;
  const study = studyOf(issue, toolkit, today);
  const title = typeof study.data.title === 'string' ? study.data.title : '';
  // The proposal may have become it.
  const existing = documents.find(
    ({kind, document}) => kind === 'case-study' && title !== '' && document.frontMatter?.title === title,
  )?.document.path;
  const id = idFor(title, issue.number, (candidate) => toolkit.files.some(({path}) => path === `docs/${candidate}.md`));
  const draft = renderStudy(study, config);
  const text = isBeforeLaunch(toolkit) ? draft : withNotes({text: draft}, [addedNote(study.data)]);
  const page = {path: `docs/${id}.md`, text};

  const made = {path: page.path, bytes: new TextEncoder().encode(page.text)};
  const read = readToolkit({...config, ...toolkit.extensions}, [...toolkit.files, made], toolkit.unread);
  const future = {...read, published: toolkit.published};
  const own = future.documents.filter(({document}) => document.path === page.path);
  const found = [...checkModel(future, today), ...(await checkPages(own, loadCheckContext(cwd, config)))]
    .filter(({path}) => path === page.path)
    .map(({place, ...problem}) => ({...problem, line: place?.line, isStyle: allowsException(problem.ruleId)}));
  return {
    study,
    page,
    existing,
    fields: buildFieldFeedback(config, readDocument(page.path, page.text).document, found, study.faults),
  };
}

/**
 * Creates the draft page of a proposal with its change note, of an incomplete one too.
 *
 * @throws {ExitError} if the issue has no answers, or a page has its title already.
 */
export async function createDraft(
  toolkit: Toolkit,
  issue: ProposalIssue,
  io: Pick<Io, 'cwd' | 'today'>,
): Promise<CheckedProposal> {
  const checked = await checkProposal(toolkit, issue, io);
  requireUsable(checked);
  const {path, text} = checked.page;
  await commit(io.cwd, {command: 'new', changes: [{path, content: text, found: undefined}]});
  return checked;
}

function requireUsable({study, existing}: CheckedProposal): void {
  if (!study.isAnswered) {
    throw new ExitError(
      'the issue has no answer to the proposal form, expected the headings of the form with answers below them',
      'Ask the contributor to use the form, or copy the text into its fields.',
      {code: 1},
    );
  }
  if (existing === undefined) return;
  const line = study.consent && `\n\n${renderConsent(study.consent)}\n`;
  throw new ExitError(
    `\`${existing}\` has the same title, expected a proposal without a page`,
    line
      ? `Edit that page. If it is the page of this proposal and lacks its consent, copy these lines into its front matter:${line}`
      : 'Edit that page, or give the proposal another title.',
    {code: 1},
  );
}

/** The id of the page, from its title; with the number of the proposal where another page has that name. */
function idFor(title: string, number: number, isTaken: (id: string) => boolean): string {
  const name = shortNameOf(title);
  const id = `${CASE_STUDY_FOLDER}/${name === '' || name === 'index' ? `proposal-${number}` : name}`;
  return isTaken(id) ? `${id}-${number}` : id;
}

/** The text of the case study, with comments on what is still to be answered. */
export function renderStudy({data, sections}: ProposedStudy, config: ToolkitConfig): string {
  return renderDraft({schema: schemaOf('case-study', config), data, sections, isProposal: true});
}

/** The change note about a new case study, as its page has it. */
export function addedNote({title, description}: Readonly<Record<string, unknown>>): PageNote {
  const sentences = [
    /^how /i.test(String(description ?? '')) && `A new case study shows ${asClause(String(description))}.`,
    title && `A new case study was added: ${title}.`,
  ];
  const note =
    sentences.find((sentence): sentence is string => changeNoteSchema.shape.note.safeParse(sentence).success) ??
    'A new case study was added, which a service proposed.';
  return {significance: 'major', note};
}

/** A consent as the lines that an editor copies into a page which is there already. */
export function renderConsent(consent: AgreedConsent): string {
  return stringify({consent}, {lineWidth: 0}).trimEnd();
}
