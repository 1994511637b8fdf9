import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {Fingerprint} from '../source-document.ts';

export type AgreedConsent = Extract<CaseStudy['consent'], {basis: 'organisation'}>;

/**
 * The fingerprint that shows that a consent was read from a form. It depends on the role, the day and the number of the
 * proposal, so the check finds a line that was typed or changed by hand without asking GitHub.
 */
export function consentFingerprint(
  fingerprintOf: Fingerprint,
  {role, on, proposal}: Pick<AgreedConsent, 'role' | 'on' | 'proposal'>,
): string {
  return fingerprintOf({frontMatter: undefined, body: ''}, [{consent: {role, on, proposal}}]);
}
