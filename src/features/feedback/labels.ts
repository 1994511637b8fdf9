import {guidanceVocabularies, type WithVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import type {FeedbackRecord} from './triage.ts';

/** The label of feedback, which the form adds. */
export const FEEDBACK_LABEL = 'feedback';

/** The label of proposals, which the form adds. */
export const PROPOSAL_LABEL = 'case-study';

/** The label with which an editor asks for a draft page. */
const MAKE_FILE_LABEL = 'make-file';

/** The label that shows that no answer is missing; a workflow sets it and removes it. */
export const COMPLETE_LABEL = 'proposal: complete';

/**
 * The labels that must exist in the repository, each with at most 100 characters about it: forms and people can only add
 * existing labels. GitHub creates the labels that workflows add.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export const ISSUE_LABELS: readonly {name: string; description: string}[] = [
  {name: FEEDBACK_LABEL, description: 'Feedback from a reader; added by the form'},
  {name: PROPOSAL_LABEL, description: 'A proposed case study; added by the form'},
  {name: MAKE_FILE_LABEL, description: 'Added by an editor: creates a draft page and its note in a pull request'},
  {name: COMPLETE_LABEL, description: 'No answer is missing; added and removed by a workflow'},
];

/** "name is too long (maximum is 50 characters)", says the API. */
const LONGEST_LABEL = 50;

const LABELS = {unknown: 'page not found', changed: 'page has changed since', personal: 'personal data'} as const;

/** The labels that feedback should have, in addition to those that people add. */
export function labelsOf(record: FeedbackRecord, config: WithVocabularies): string[] {
  const {page, owner, subjects, hasChanged, personal} = record;
  const [vocabulary] = guidanceVocabularies(config);
  const labels = [
    `owner: ${owner.id}`,
    ...(page?.edition === undefined ? [] : [`edition: ${page.edition}`]),
    ...subjects.map((id) => `${vocabulary?.address}: ${id}`),
    ...(page ? [] : [LABELS.unknown]),
    ...(hasChanged ? [LABELS.changed] : []),
    ...(personal.length > 0 ? [LABELS.personal] : []),
  ];
  return labels.map((label) => label.slice(0, LONGEST_LABEL));
}

/** Whether we may remove a label; all others belong to people. */
export function isOurs(label: string, config: WithVocabularies): boolean {
  const [vocabulary] = guidanceVocabularies(config);
  const prefixes = ['owner', 'edition', ...(vocabulary ? [vocabulary.address] : [])];
  return Object.values<string>(LABELS).includes(label) || prefixes.some((prefix) => label.startsWith(`${prefix}: `));
}
