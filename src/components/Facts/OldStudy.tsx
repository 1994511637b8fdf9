import {isOldStudy} from '../../content/freshness.ts';
import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';
import {oldStudyWords} from '../../content/study-words.ts';
import {useSiteFields} from '../use-site.ts';

/** Says that what a case study tells of ended long ago; nothing where it did not. */
export function OldStudy({period}: {period: CaseStudy['period']}) {
  const {today} = useSiteFields();
  if (!period?.to || !isOldStudy(period, today)) return null;
  return (
    <p className="notice" data-pagefind-ignore>
      {oldStudyWords(period.to.year)}
    </p>
  );
}
