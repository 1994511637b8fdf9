import {consentFingerprint} from '../../model/pages/consent.ts';
import type {Toolkit} from '../../model/toolkit.ts';

/**
 * The fingerprints of consents whose role lost text in a redaction, each with its replacement: the organisation agreed
 * all the same, and with the old fingerprint readers could test guesses at the text. One that did not match before is
 * left as it was.
 */
export function redactConsents(before: Toolkit, after: Toolkit): ReadonlyMap<string, string> {
  const matching = new Set(
    before.caseStudies.flatMap(({data: {consent}}) =>
      consent.basis === 'organisation' && consent.fingerprint === consentFingerprint(before.fingerprintOf, consent)
        ? [consent.fingerprint]
        : [],
    ),
  );
  return new Map(
    after.caseStudies.flatMap(({data: {consent}}): [string, string][] => {
      if (consent.basis !== 'organisation' || !matching.has(consent.fingerprint)) return [];
      const fingerprint = consentFingerprint(after.fingerprintOf, consent);
      return fingerprint === consent.fingerprint ? [] : [[consent.fingerprint, fingerprint]];
    }),
  );
}
