import type {FeedbackRecord} from '../../model/schemas/feedback-schema.ts';

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

/** What our other labels begin with. */
const PREFIXES = ['owner: ', 'edition: ', 'priority: '] as const;

type Sorted = Pick<FeedbackRecord, 'page' | 'edition' | 'owner' | 'priorities' | 'since' | 'personal'>;

/** The labels of feedback, from what is known about it. */
export function labelsOf({page, edition, owner, priorities, since, personal}: Sorted): string[] {
  const hasChanged = since.state === 'changed' || since.state === 'waits' || since.state === 'gone';
  const labels = [
    `owner: ${owner}`,
    ...(edition === undefined ? [] : [`edition: ${edition}`]),
    ...priorities.map((id) => `priority: ${id}`),
    ...(page === undefined ? [FOUND.unknown] : []),
    ...(hasChanged ? [FOUND.changed] : []),
    ...(personal.length > 0 ? [FOUND.personal] : []),
  ];
  return labels.map((label) => label.slice(0, LONGEST_LABEL));
}

/** Whether we may remove a label; all others belong to people. */
export function isOurs(label: string): boolean {
  return Object.values<string>(FOUND).includes(label) || PREFIXES.some((prefix) => label.startsWith(prefix));
}
