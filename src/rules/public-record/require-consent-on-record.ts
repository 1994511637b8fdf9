import type {Finding} from '../../content/problem.ts';
import {consentFingerprint} from '../../content/schemas/case-study-schema.ts';
import {caseStudyExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const STUDY = 'docs/case-studies/weir.md';

const agreed = (role: string, proposal: number, fingerprint: string) =>
  caseStudyExample(
    `consent: {basis: organisation, role: ${role}, on: 2026-10-30, proposal: ${proposal}, fingerprint: ${fingerprint}}\n`,
  );

const CLERK = agreed('Parish clerk', 12, 'b2775690f71de799');
const CHAIR = agreed('Chair', 13, 'fb26f7c5d2fb1a18');

export const requireConsentOnRecord: Rule = {
  id: 'require-consent-on-record',
  group: 'model',
  summary: "An organisation's consent comes from the proposal form, and covers one case study.",
  why: 'Readers see that an organisation agreed to publication. A line typed or copied by hand does not prove that.',
  good: [
    {[STUDY]: CLERK},
    {[STUDY]: caseStudyExample()},
    {[STUDY]: CLERK, 'docs/case-studies/bank.md': CHAIR.replace(/^title: .*$/m, 'title: The bank')},
  ],
  bad: [
    {[STUDY]: CLERK.replace('proposal: 12', 'proposal: 13')},
    {[STUDY]: CLERK.replace('Parish clerk', 'Clerk')},
    {[STUDY]: CLERK.replace('2026-10-30', '2026-10-31')},
    {[STUDY]: CLERK, 'docs/case-studies/bank.md': CLERK.replace(/^title: .*$/m, 'title: The bank')},
  ],
  check: ({caseStudies, fingerprintOf}) => {
    const first = new Map<number, string>();
    return caseStudies.flatMap(({document, data: {consent}}): Finding | [] => {
      if (consent.basis !== 'organisation') return [];
      const at = (key: string) => ({...placeOfKey(document, ['consent', key])});
      if (consent.fingerprint !== consentFingerprint(fingerprintOf, consent)) {
        return {
          ...at('fingerprint'),
          problem: '`fingerprint` in `consent` does not match, expected the consent as recorded from the proposal form',
          fix: 'Write `consent` as in the example, and say in the form for proposals who agreed (their role) and when: only the page made from its answers records that.',
          example: 'consent:\n  basis: public-record',
        };
      }
      const earlier = first.get(consent.proposal);
      first.set(consent.proposal, earlier ?? document.path);
      if (earlier === undefined) return [];
      return {
        ...at('proposal'),
        problem: `\`${earlier}\` already uses proposal \`${consent.proposal}\`, expected a different proposal in \`consent\``,
        fix: 'Use the consent from the proposal for this case study.',
        related: {path: earlier},
      };
    });
  },
};
