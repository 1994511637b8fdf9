import {commandLine} from '../desk/command-line.ts';
import {caseStudyExample, updateExample} from '../examples/example-files.ts';
import {formatDay} from '../format-date.ts';
import type {Finding} from '../problem.ts';
import {SEEN_TO_ON_PAGE} from '../proposals/proposal-stages.ts';
import type {ProposedPage} from '../proposals/proposed-studies.ts';
import {isWithdrawn, proposedPages} from '../proposals/proposed-studies.ts';
import type {Rule} from '../rule.ts';

const STUDY = 'docs/case-studies/weir.md';
const RECORD = 'ledgers/proposals/weir.json';
/** Of the example of a case study. */
const fingerprint = 'b4a1af739efc9c14';

const proposal = (stages: readonly string[], seen = fingerprint) =>
  `${JSON.stringify({
    case_study: 'case-studies/weir',
    received: '2026-11-01',
    stages: stages.map((stage) => ({
      stage,
      on: '2026-11-22',
      ...(SEEN_TO_ON_PAGE.some((one) => one === stage) && {fingerprint: seen}),
    })),
  })}\n`;

const ALL = ['complete', 'checked', 'confirmed'] as const;

export const requireProposalStages: Rule = {
  id: 'require-proposal-stages',
  group: 'model',
  summary: 'A case study that was offered is complete, checked and confirmed before readers see it.',
  why: 'Nobody but a second person and the organisation itself can say whether its facts are right; an editor may publish without, and must know it.',
  good: [
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(ALL)},
    {[STUDY]: caseStudyExample()},
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(['complete', 'withdrawn'])},
    {
      'blog/2026-11-23.md': updateExample('2026-11-23', 'case-studies/weir'),
      [STUDY]: caseStudyExample(),
      [RECORD]: proposal(['complete']),
    },
  ],
  bad: [
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(['complete'])},
    {[STUDY]: caseStudyExample(), [RECORD]: proposal([])},
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(['complete', 'checked'])},
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(ALL, '0123456789abcdef')},
  ],
  check: (toolkit) =>
    proposedPages(toolkit)
      .filter(({record, isPublished}) => !isPublished && !isWithdrawn(record.data))
      .flatMap(judge),
};

function judge({page: {id, document, fingerprint: ofPage}, record}: ProposedPage): Finding[] {
  const {stages = []} = record.data;
  const at = {path: document.path, place: document.placeOf([]), related: {path: record.document.path}};
  const missing = ALL.filter((stage) => !stages.some((reached) => reached.stage === stage));
  const [first] = missing;
  if (first !== undefined) {
    const lacks = `${missing.length === 1 ? 'stage' : 'stages'} ${missing.map((stage) => `\`${stage}\``).join(', ')}`;
    return [
      {
        ...at,
        problem: `page waits to be published and its proposal lacks the ${lacks}, expected all of them first`,
        fix:
          first === 'complete'
            ? `Run \`${commandLine('proposal', id)}\`: it says what comes next.`
            : `Run \`${commandLine('proposal', id, '--stage', first)}\` once that is done, or publish it without if you decide to.`,
      },
    ];
  }
  const older = stages.find(({fingerprint: seen}) => seen !== undefined && seen !== ofPage());
  if (!older) return [];
  return [
    {
      ...at,
      problem: `page waits to be published and has changed since it was ${older.stage} on ${formatDay(older.on)}, expected the words that were ${older.stage}`,
      fix: `Let whoever did that read it again, then run \`${commandLine('proposal', id, '--stage', older.stage)}\`; or publish it as it is if you decide to.`,
    },
  ];
}
