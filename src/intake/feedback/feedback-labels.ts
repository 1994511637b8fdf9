import type {FeedbackRecord} from '../../model/schemas/feedback-schema.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';

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

/** What our other labels begin with, besides the words of the vocabularies. */
const PREFIXES = ['owner', 'edition'] as const;

type Sorted = Pick<FeedbackRecord, 'page' | 'edition' | 'owner' | 'terms' | 'since' | 'personal'>;

/** The labels of feedback, from what is known about it. */
export function labelsOf(
  {page, edition, owner, terms, since, personal}: Sorted,
  {vocabularies}: Pick<ToolkitConfig, 'vocabularies'>,
): string[] {
  const hasChanged = since.state === 'changed' || since.state === 'waits' || since.state === 'gone';
  const labels = [
    `owner: ${owner}`,
    ...(edition === undefined ? [] : [`edition: ${edition}`]),
    ...vocabularies.flatMap(({key, address}) => (terms[key] ?? []).map((id) => `${address}: ${id}`)),
    ...(page === undefined ? [FOUND.unknown] : []),
    ...(hasChanged ? [FOUND.changed] : []),
    ...(personal.length > 0 ? [FOUND.personal] : []),
  ];
  return labels.map((label) => label.slice(0, LONGEST_LABEL));
}

/** Whether we may remove a label; all others belong to people. */
export function isOurs(label: string, {vocabularies}: Pick<ToolkitConfig, 'vocabularies'>): boolean {
  const prefixes = [...PREFIXES, ...vocabularies.map(({address}) => address)];
  return Object.values<string>(FOUND).includes(label) || prefixes.some((prefix) => label.startsWith(`${prefix}: `));
}
