import {formatDay} from './format-date.ts';
import type {CaseStudy} from './schemas/case-study-schema.ts';

/** On what ground a case study is published, in words. */
export function consentWords(consent: CaseStudy['consent']): string {
  return consent.basis === 'public-record'
    ? 'Restated from public sources. The service has not been asked.'
    : `Published with the agreement of the service, given by its ${consent.role} on ${formatDay(consent.on)}.`;
}

/** What readers of an old case study are warned of; `year` is when what it tells of ended. */
export function oldStudyWords(year: number): string {
  return `What this case study tells of ended in ${year}, more than five years ago. The service may work in another way today.`;
}
