import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';
import {consentWords} from '../../content/study-words.ts';

/** Says on what ground the case study is published. */
export function Consent({consent}: {consent: CaseStudy['consent']}) {
  return <p className="consent">{consentWords(consent)}</p>;
}
