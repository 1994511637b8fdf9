import type {PageHistory} from '../history.ts';

/** The day on which a page was first published; none where only a range is known, or nothing at all. */
export function firstDayOf({firstPublished: first}: Pick<PageHistory, 'firstPublished'>): string | null {
  return first && first.earliest === first.latest ? first.latest : null;
}
