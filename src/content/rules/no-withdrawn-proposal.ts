import {commandLine} from '../desk/command-line.ts';
import {caseStudyExample, updateExample} from '../examples/example-files.ts';
import type {Finding} from '../problem.ts';
import type {ProposedPage} from '../proposals/proposed-studies.ts';
import {isWithdrawn, proposedPages} from '../proposals/proposed-studies.ts';
import type {Rule} from '../rule.ts';

const STUDY = 'docs/case-studies/weir.md';
const RECORD = 'ledgers/proposals/weir.json';
const UPDATE = {'blog/2026-11-20.md': updateExample('2026-11-20', 'case-studies/weir')};

const proposal = (stages: readonly string[], received = '2026-11-01') =>
  `${JSON.stringify({case_study: 'case-studies/weir', received, stages: stages.map((stage) => ({stage, on: '2026-11-22'}))})}\n`;

export const noWithdrawnProposal: Rule = {
  id: 'no-withdrawn-proposal',
  group: 'model',
  summary: 'No page stands for a proposal that was withdrawn, unless it tells readers so.',
  why: 'Whoever offered a case study, or its organisation, took it back: their words must not be published all the same.',
  good: [
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(['complete'])},
    {[RECORD]: proposal(['complete', 'withdrawn'])},
    {
      [STUDY]: caseStudyExample(),
      [RECORD]: proposal(['withdrawn'], '2026-10-01'),
      'ledgers/proposals/weir-again.json': proposal(['complete']),
    },
    {
      ...UPDATE,
      [STUDY]: caseStudyExample('withdrawn: {on: 2026-11-22, why: The parish took its words back.}\n'),
      [RECORD]: proposal(['complete', 'withdrawn']),
    },
  ],
  bad: [
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(['complete', 'withdrawn'])},
    {[STUDY]: caseStudyExample(), [RECORD]: proposal(['withdrawn'])},
    {...UPDATE, [STUDY]: caseStudyExample(), [RECORD]: proposal(['complete', 'withdrawn'])},
  ],
  check: (toolkit) =>
    proposedPages(toolkit)
      .filter(({page, record}) => isWithdrawn(record.data) && page.data.withdrawn === undefined)
      .map(toFinding),
};

function toFinding({page: {id, document}, record, isPublished}: ProposedPage): Finding {
  const undo = `If it was not withdrawn, run \`${commandLine('proposal', id, '--stage', 'withdrawn', '--undo')}\`.`;
  const at = {path: document.path, place: document.placeOf([]), related: {path: record.document.path}};
  if (isPublished) {
    return {
      ...at,
      problem: 'page is published and its proposal was withdrawn, expected a page that tells readers so',
      fix: `Run \`${commandLine('withdraw', id)}\`: addresses never end. ${undo}`,
    };
  }
  return {
    ...at,
    problem: 'page waits to be published and its proposal was withdrawn, expected no page of it',
    fix: `Remove the page and its change note, and keep the record. ${undo}`,
  };
}
