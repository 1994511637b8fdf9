import {guidanceVocabularies, type WithVocabularies} from '../../model/schemas/vocabulary-schema.ts';
import type {FeedbackRecord} from './feedback-record.ts';

/** The label of feedback, which the form adds. */
export const FEEDBACK_LABEL = 'feedback';

/** "name is too long (maximum is 50 characters)", says the API. */
const LONGEST_LABEL = 50;

/** What was found out, each with its label. */
const FOUND = {
  unknown: 'page not found',
  changed: 'page has changed since',
  personal: 'personal data',
} as const;

/** What our other labels begin with, besides the word of the first vocabulary. */
const PREFIXES = ['owner', 'edition'] as const;

type Sorted = Pick<FeedbackRecord, 'address' | 'edition' | 'owner' | 'terms' | 'since' | 'personal'>;

/** The labels of feedback, from what is known about it. Of the vocabularies, the first says which subject it is on. */
export function labelsOf(
  {address, edition, owner, terms, since, personal}: Sorted,
  config: WithVocabularies,
): string[] {
  const [subjects] = guidanceVocabularies(config);
  const hasChanged = since.state === 'changed' || since.state === 'waits' || since.state === 'gone';
  const labels = [
    `owner: ${owner}`,
    ...(edition === undefined ? [] : [`edition: ${edition}`]),
    ...(subjects ? (terms[subjects.key] ?? []).map((id) => `${subjects.address}: ${id}`) : []),
    ...(address === undefined ? [FOUND.unknown] : []),
    ...(hasChanged ? [FOUND.changed] : []),
    ...(personal.length > 0 ? [FOUND.personal] : []),
  ];
  return labels.map((label) => label.slice(0, LONGEST_LABEL));
}

/** Whether we may remove a label; all others belong to people. */
export function isOurs(label: string, config: WithVocabularies): boolean {
  const [subjects] = guidanceVocabularies(config);
  const prefixes = subjects ? [...PREFIXES, subjects.address] : PREFIXES;
  return Object.values<string>(FOUND).includes(label) || prefixes.some((prefix) => label.startsWith(`${prefix}: `));
}
