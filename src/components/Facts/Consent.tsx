import {formatDay} from '../../content/format-date.ts';
import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';

/** Says on what ground the case study is published. */
export function Consent({consent}: {consent: CaseStudy['consent']}) {
  return (
    <p className="consent">
      {consent.basis === 'public-record'
        ? 'Restated from public sources. The service has not been asked.'
        : `Published with the agreement of the service, given by its ${consent.role} on ${formatDay(consent.on)}.`}
    </p>
  );
}
