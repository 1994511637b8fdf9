import {commandLine} from '../desk/command-line.ts';
import {caseStudyExample, updateExample} from '../examples/example-files.ts';
import {SEEN_TO_ON_PAGE} from '../proposals/proposal-stages.ts';
import {proposedPages} from '../proposals/proposed-studies.ts';
import type {Rule} from '../rule.ts';

const STUDY = 'docs/case-studies/weir.md';
const RECORD = 'ledgers/proposals/weir.json';
const fingerprint = '0123456789abcdef';

const proposal = (stages: readonly Readonly<Record<string, string>>[]) =>
  `${JSON.stringify({
    case_study: 'case-studies/weir',
    received: '2026-11-01',
    stages: stages.map((stage) => ({on: '2026-11-22', ...stage})),
  })}\n`;

export const noHandmadeStage: Rule = {
  id: 'no-handmade-stage',
  group: 'model',
  summary: 'Each stage of a waiting proposal that people see to was put on record by the command, or by its label.',
  why: 'A stage that somebody types says that a page was checked, or its facts confirmed, and nobody may have done so.',
  good: [
    {[STUDY]: caseStudyExample(), [RECORD]: proposal([{stage: 'complete'}, {stage: 'checked', fingerprint}])},
    {[STUDY]: caseStudyExample(), [RECORD]: proposal([{stage: 'complete'}])},
    {[RECORD]: proposal([{stage: 'complete'}, {stage: 'withdrawn'}])},
    // A redaction takes the fingerprint of an older text out of the record of a page that is published.
    {
      'blog/2026-11-23.md': updateExample('2026-11-23', 'case-studies/weir'),
      [STUDY]: caseStudyExample(),
      [RECORD]: proposal([{stage: 'complete'}, {stage: 'checked'}]),
    },
  ],
  bad: [
    {[STUDY]: caseStudyExample(), [RECORD]: proposal([{stage: 'complete'}, {stage: 'checked'}])},
    {
      [STUDY]: caseStudyExample(),
      [RECORD]: proposal([{stage: 'complete'}, {stage: 'checked', fingerprint}, {stage: 'confirmed'}]),
    },
    {[STUDY]: caseStudyExample(), [RECORD]: proposal([{stage: 'complete'}, {stage: 'checked'}, {stage: 'confirmed'}])},
  ],
  check: (toolkit) =>
    proposedPages(toolkit)
      .filter(({isPublished}) => !isPublished)
      .flatMap(({record: {document, data}}) =>
        (data.stages ?? []).flatMap(({stage, fingerprint: seen}, index) => {
          if (seen !== undefined || !SEEN_TO_ON_PAGE.includes(stage)) return [];
          const command = commandLine('proposal', data.case_study, '--stage', stage);
          return [
            {
              path: document.path,
              place: document.placeOf(['stages', index]),
              problem: `stage \`${stage}\` has no \`fingerprint\`, expected the one that \`npm run proposal\` writes`,
              fix: `Take it back with \`${command} --undo\`. If somebody has seen to it, run \`${command}\` then, with \`--on\` and the day.`,
            },
          ];
        }),
      ),
};
