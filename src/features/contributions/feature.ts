import path from 'node:path';
import {FEEDBACK as FEEDBACK_ADDRESS} from '../../content/addresses/generated-routes.ts';
import type {Command} from '../../io/cli/command-types.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const FEEDBACK = {
  group: 'workflows',
  summary: 'Sort feedback, reply to readers, and create the labels for it',
  options: {
    apply: {type: 'boolean', help: 'do it on GitHub; without it, only show'},
  },
  words: ['triage', 'answered', 'labels'],
  text: 'file',
  usage: 'npm run toolkit -- feedback triage|answered|labels [file] [options]',
  examples: [
    'npm run toolkit -- feedback triage event.json',
    'npm run toolkit -- feedback answered --apply',
    'npm run toolkit -- feedback labels --apply',
  ],
} as const satisfies Command;

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

/** What readers send with forms: feedback, which is sorted, and case studies, which become draft pages. */
export const contributions: Feature = {
  name: 'contributions',
  commands: {
    feedback: {row: FEEDBACK, load: () => import('./feedback/command.ts')},
    proposal: {row: PROPOSAL, load: () => import('./proposals/command.ts')},
  },
  jobs: {
    'receive-proposal': async (_, env, io) => (await import('./proposals/answer-proposal.ts')).receiveProposal(env, io),
    'open-proposal': async (_, env, io) => (await import('./proposals/answer-proposal.ts')).openProposal(env, io),
  },
  parts: path.join(import.meta.dirname, 'parts'),
  pages: (config) => {
    const {names, generated} = textOf(config);
    return [{address: FEEDBACK_ADDRESS, title: names.feedback, about: generated.feedback}];
  },
  routes: () => [{address: FEEDBACK_ADDRESS, component: 'FeedbackPage', props: {}}],
  generated: async (config) => (await import('./forms/issue-templates.ts')).issueTemplates(config),
  review: async (toolkit, io, isLive) => (isLive ? (await import('./issues.ts')).openIssues(toolkit, io) : []),
};
