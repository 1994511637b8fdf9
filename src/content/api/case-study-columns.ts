import type {CsvColumn} from '../csv-column.ts';
import type {CaseStudyRecord} from './case-study-schemas.ts';

type Column = CsvColumn<CaseStudyRecord>;

const titles = (terms: readonly {title: string}[]) => terms.map(({title}) => title);

/** The columns of the table of case studies. */
export const CASE_STUDY_COLUMNS: readonly Column[] = [
  text('id', 'Id', 'The id of the page; it never changes silently.', ({id}) => id),
  text('title', 'Title', 'The title of the page.', ({title}) => title),
  text('description', 'Description', 'What the page tells the reader.', ({description}) => description),
  {...text('web_url', 'Address', 'Where the page is read.', ({web_url}) => web_url), datatype: 'anyURI'},
  {...text('api_url', 'Data address', 'Where its content item is.', ({api_url}) => api_url), datatype: 'anyURI'},
  text('service', 'Service', 'The service that did it.', ({service}) => service),
  text('place', 'Place', 'The town, district or area.', ({place}) => place),
  list('regions', 'Regions', 'The regions it lies in.', ({regions}) => titles(regions)),
  year('period_from', 'From', 'The year it began; empty where no source says.', ({period}) => period?.from.year),
  about('period_from_approximate', 'From is rough', 'Whether that year is known only roughly.', ({period}) =>
    period ? (period.from.approximate ?? false) : undefined,
  ),
  year(
    'period_to',
    'To',
    'The year it ended; empty where it goes on or no source says.',
    ({period}) => period?.to?.year,
  ),
  about('period_to_approximate', 'To is rough', 'Whether that year is known only roughly.', ({period}) =>
    period?.to ? (period.to.approximate ?? false) : undefined,
  ),
  text(
    'evidence',
    'Evidence',
    'Who measured: the service itself (self-reported), an evaluation it ordered (evaluated), or somebody independent.',
    ({evidence}) => evidence,
  ),
  list('outcomes', 'Outcomes', 'What came of it: each figure, what it counts and its year.', ({outcomes}) =>
    outcomes.map(({figure, what, year: of}) => `${figure} ${what}${of === undefined ? '' : ` (${of})`}`),
  ),
  text('cost', 'Cost', 'What it cost; empty where no source says.', ({cost}) => cost),
  list('partners', 'Partners', 'Organisations that took part.', ({partners}) => partners),
  list('priorities', 'Priorities', 'The priorities it helps with.', ({priorities}) => titles(priorities)),
  list('approaches', 'Approaches', 'The ways to run a service that it is about.', ({approaches}) => titles(approaches)),
  text(
    'consent',
    'Consent',
    'Why it is published: public-record where it is restated from public sources and nobody was asked, organisation where the service agreed.',
    ({consent}) => consent.basis,
  ),
  list('sources', 'Sources', 'The addresses of the publications that its words rest on.', ({sources}) =>
    sources.map(({url}) => url),
  ),
  day('first_published_at', 'First published', 'The day it was first published; empty where no one day is known.'),
  day(
    'public_updated_at',
    'Last updated',
    'The day when readers were last told of a change; of a range, its last day.',
  ),
  day('withdrawn_at', 'Withdrawn', 'The day it was withdrawn; empty while it holds.'),
  day(
    'reviewed_at',
    'Last checked',
    'The day somebody last checked its facts against its sources; empty where nobody has.',
  ),
  day('review_lapsed_at', 'Check lapsed', 'The first day on which that check no longer held; empty while it holds.'),
  day('review_due_at', 'Next review', 'The day by which somebody must read it again.'),
  text('fingerprint', 'Fingerprint', 'Changes when a word of the page does.', ({fingerprint}) => fingerprint),
];

function text(name: string, title: string, description: string, read: Column['read']): Column {
  return {name, title, description, datatype: 'string', read};
}

function list(name: string, title: string, description: string, read: Column['read']): Column {
  return {name, title, description, datatype: name === 'sources' ? 'anyURI' : 'string', isList: true, read};
}

function year(name: string, title: string, description: string, read: Column['read']): Column {
  return {name, title, description, datatype: 'integer', read};
}

function about(name: string, title: string, description: string, read: Column['read']): Column {
  return {name, title, description, datatype: 'boolean', read};
}

type DayKey =
  | 'first_published_at'
  | 'public_updated_at'
  | 'withdrawn_at'
  | 'reviewed_at'
  | 'review_lapsed_at'
  | 'review_due_at';

function day(name: DayKey, title: string, description: string): Column {
  return {name, title, description, datatype: 'date', read: (study) => study[name] ?? undefined};
}
