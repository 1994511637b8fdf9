import {caseStudyExample} from '../examples/example-files.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {Toolkit} from '../toolkit.ts';

const STUDY = 'docs/case-studies/weir.md';
const RECORD = 'ledgers/proposals/weir.json';

const agreed = (role: string, on: string) =>
  caseStudyExample(`consent: {basis: organisation, role: ${role}, on: ${on}}\n`);

const proposal = (caseStudy: string, role: string, on: string) =>
  `${JSON.stringify({case_study: caseStudy, received: '2026-11-01', consent: {role, on}})}\n`;

export const requireConsentOnRecord: Rule = {
  id: 'require-consent-on-record',
  group: 'model',
  summary: 'An agreement of an organisation that a case study tells of stands in the proposal on record.',
  why: 'Readers are told that an organisation agreed: that must never rest on a line somebody typed.',
  good: [
    {
      [STUDY]: agreed('Parish clerk', '2026-10-30'),
      [RECORD]: proposal('case-studies/weir', 'Parish clerk', '2026-10-30'),
    },
    {
      [STUDY]: agreed('Parish clerk', '2026-10-30'),
      'ledgers/proposals/a.json': proposal('case-studies/weir', 'Chair', '2025-01-10'),
      'ledgers/proposals/b.json': proposal('case-studies/weir', 'Parish clerk', '2026-10-30'),
    },
    {[STUDY]: caseStudyExample(), [RECORD]: proposal('case-studies/weir', 'Parish clerk', '2026-10-30')},
  ],
  bad: [
    {[STUDY]: agreed('Parish clerk', '2026-10-30')},
    {
      [STUDY]: agreed('Parish clerk', '2026-10-31'),
      [RECORD]: proposal('case-studies/weir', 'Parish clerk', '2026-10-30'),
    },
    {[STUDY]: agreed('Clerk', '2026-10-30'), [RECORD]: proposal('case-studies/weir', 'Parish clerk', '2026-10-30')},
    {
      [STUDY]: agreed('Parish clerk', '2026-10-30'),
      [RECORD]: proposal('case-studies/wier', 'Parish clerk', '2026-10-30'),
    },
    {
      [STUDY]: agreed('Parish clerk', '2026-10-30'),
      [RECORD]: '{"case_study": "case-studies/weir", "received": "2026-11-01", "issue": 12}\n',
    },
  ],
  check: (toolkit) => toolkit.caseStudies.flatMap((study) => judgeConsent(study, toolkit.proposals)),
};

function judgeConsent(
  {id, document, data: {consent}}: Toolkit['caseStudies'][number],
  all: Toolkit['proposals'],
): Finding[] {
  if (consent.basis !== 'organisation') return [];
  const proposals = all.flatMap(({document, data: {case_study, received, consent: agreed}}) =>
    case_study === id && agreed ? [{document, received, agreed}] : [],
  );
  const at = (key: string) => ({path: document.path, place: document.placeOf(['consent', key])});
  const [newest] = proposals.toSorted((a, b) => (a.received < b.received ? 1 : -1));
  if (!newest) {
    return [
      {
        ...at('basis'),
        problem: `agreement of the organisation has no record, expected a proposal of \`${id}\` in \`ledgers/proposals/\``,
        fix: 'Put the proposal on record; without one, use public sources alone and write `basis: public-record`.',
      },
    ];
  }
  if (proposals.some(({agreed}) => agreed.role === consent.role && agreed.on === consent.on)) return [];
  return (['role', 'on'] as const)
    .filter((key) => consent[key] !== newest.agreed[key])
    .map((key) => ({
      ...at(key),
      problem: `\`consent\`, \`${key}\` holds \`${consent[key]}\`, expected \`${newest.agreed[key]}\` as on record`,
      fix: 'Take it over with `npm run new -- case-study --from-issue FILE --take consent`, where FILE holds the newest answers.',
      related: {path: newest.document.path, place: newest.document.placeOf(['consent', key])},
    }));
}
