import {guidanceVocabularies, type WithVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import type {FeedbackRecord} from './triage.ts';

/** The label of feedback, which the form adds. */
export const FEEDBACK_LABEL = 'feedback';

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
