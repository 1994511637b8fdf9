import path from 'node:path';
import type {Command} from '../../io/cli/command-types.ts';
import type {Feature} from '../../site/feature-hooks.ts';
import {PROPOSAL_LABEL} from '../feedback/labels.ts';

export const PROPOSAL = {
  group: 'workflows',
  summary:
    'Make a case study of a proposal: the file of a GitHub event or of an issue as JSON; `-` reads standard input',
  options: {},
  writes: true,
  text: 'file',
  usage: 'npm run toolkit -- proposal <file>',
  examples: ['npm run toolkit -- proposal issue.json'],
} as const satisfies Command;

/** Case studies that readers propose with a form: one comment says what is missing, and a job makes the page. */
export const proposals: Feature = {
  name: 'proposals',
  needs: ['feedback'],
  parts: path.join(import.meta.dirname, 'parts'),
  commands: {proposal: {row: PROPOSAL, load: () => import('./command.ts')}},
  generated: async (config) =>
    config.case_studies ? (await import('./forms/case-study-proposal-form.ts')).proposalTemplates(config) : {},
  review: async (toolkit, io, isLive) =>
    isLive
      ? [await (await import('../feedback/on-github.ts')).openIssues('Proposals', PROPOSAL_LABEL, toolkit, io)]
      : [],
  jobs: {
    'receive-proposal': async (_, env, io) => (await import('./jobs/answer-proposal.ts')).receiveProposal(env, io),
    'open-proposal': async (_, env, io) => (await import('./jobs/answer-proposal.ts')).openProposal(env, io),
  },
};
