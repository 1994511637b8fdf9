import path from 'node:path';
import {FEEDBACK} from '../../content/addresses/generated-routes.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';

/** What readers send with forms: feedback, which is sorted, and case studies, which become draft pages. */
export const contributions: Feature = {
  name: 'contributions',
  jobs: {
    'create-labels': async (_, env, io) => (await import('./answer-issue.ts')).createLabels(env, io),
    'sort-feedback': async (_, env, io) => (await import('./feedback/jobs.ts')).sortFeedback(env, io),
    'answer-feedback': async (_, env, io) => (await import('./feedback/jobs.ts')).answerFeedback(env, io),
    'receive-proposal': async (_, env, io) => (await import('./proposals/answer-proposal.ts')).receiveProposal(env, io),
    'open-proposal': async (_, env, io) => (await import('./proposals/answer-proposal.ts')).openProposal(env, io),
  },
  parts: path.join(import.meta.dirname, 'parts'),
  pages: (config) => {
    const {names, generated} = textOf(config);
    return [{address: FEEDBACK, title: names.feedback, about: generated.feedback}];
  },
  routes: () => [{address: FEEDBACK, component: 'FeedbackPage', props: {}}],
  generated: async (config) => (await import('./forms/issue-templates.ts')).issueTemplates(config),
};
