import type {CsvColumn} from '../csv-column.ts';
import type {CaseStudyRecord} from './case-studies.ts';

const titles = (terms: readonly {title: string}[]) => terms.map(({title}) => title);

/** The columns of the table of case studies. */
export const CASE_STUDY_COLUMNS: readonly CsvColumn<CaseStudyRecord>[] = [
  {title: 'Id', read: ({id}) => id},
  {title: 'Title', read: ({title}) => title},
  {title: 'Description', read: ({description}) => description},
  {title: 'Address', read: ({web_url}) => web_url},
  {title: 'Data address', read: ({api_url}) => api_url},
  {title: 'Service', read: ({service}) => service},
  {title: 'Place', read: ({place}) => place},
  {title: 'Regions', read: ({regions}) => titles(regions)},
  {title: 'From', read: ({period}) => period?.from.year},
  {title: 'From is rough', read: ({period}) => period && (period.from.approximate ?? false)},
  {title: 'To', read: ({period}) => period?.to?.year},
  {title: 'To is rough', read: ({period}) => period?.to && (period.to.approximate ?? false)},
  {title: 'Evidence', read: ({evidence}) => evidence},
  {
    title: 'Outcomes',
    read: ({outcomes}) =>
      outcomes.map(({figure, what, year}) => `${figure} ${what}${year === undefined ? '' : ` (${year})`}`),
  },
  {title: 'Cost', read: ({cost}) => cost},
  {title: 'Partners', read: ({partners}) => partners},
  {title: 'Priorities', read: ({priorities}) => titles(priorities)},
  {title: 'Approaches', read: ({approaches}) => titles(approaches)},
  {title: 'Consent', read: ({consent}) => consent.basis},
  {title: 'Sources', read: ({sources}) => sources.map(({url}) => url)},
  {title: 'First published', read: (study) => study.first_published_at ?? undefined},
  {title: 'Last updated', read: (study) => study.public_updated_at ?? undefined},
  {title: 'Withdrawn', read: (study) => study.withdrawn_at ?? undefined},
  {title: 'Last checked', read: (study) => study.reviewed_at ?? undefined},
  {title: 'Check lapsed', read: (study) => study.review_lapsed_at ?? undefined},
  {title: 'Next review', read: (study) => study.review_due_at ?? undefined},
  {title: 'Fingerprint', read: ({fingerprint}) => fingerprint},
];
