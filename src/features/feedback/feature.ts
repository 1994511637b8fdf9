import path from 'node:path';
import {FEEDBACK as ADDRESS} from '../../content/addresses/generated-routes.ts';
import type {Command} from '../../io/cli/command-types.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';
import {FEEDBACK_LABEL} from './labels.ts';

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

/** Feedback forms on GitHub and on the site, and their triage. */
export const feedback: Feature = {
  name: 'feedback',
  commands: {feedback: {row: FEEDBACK, load: () => import('./command.ts')}},
  parts: path.join(import.meta.dirname, 'parts'),
  pages: (config) => {
    const {names, generated} = textOf(config);
    return [{address: ADDRESS, title: names.feedback, about: generated.feedback}];
  },
  routes: () => [{address: ADDRESS, component: 'FeedbackPage', props: {}}],
  generated: async (config) => (await import('./forms/beta-feedback-form.ts')).feedbackTemplates(config),
  review: async (toolkit, io, isLive) =>
    isLive ? [await (await import('./on-github.ts')).openIssues('Feedback', FEEDBACK_LABEL, toolkit, io)] : [],
};
