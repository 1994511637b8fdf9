import type {Fingerprint} from '../fingerprints.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';

/** The agreement of an organisation, as a case study records it. */
export type AgreedConsent = Extract<CaseStudy['consent'], {basis: 'organisation'}>;

/**
 * The proof that a consent was read from a form: it changes with the role, the day and the number of the proposal. A
 * line that somebody typed or altered does not match, which the check finds without asking GitHub.
 */
export function consentFingerprint(
  fingerprintOf: Fingerprint,
  {role, on, proposal}: Pick<AgreedConsent, 'role' | 'on' | 'proposal'>,
): string {
  return fingerprintOf({frontMatter: undefined, body: ''}, [{consent: {role, on, proposal}}]);
}
