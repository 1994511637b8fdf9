import {z} from 'zod';
import {textOf} from '../language/text.ts';
import {absoluteUrl} from '../model/routes/addresses.ts';
import {THANKS} from '../model/routes/generated-routes.ts';
import type {ToolkitConfig} from '../model/schemas/toolkit-schema.ts';
import {betaFeedbackForm, feedbackAnswers} from './issue-forms/beta-feedback-form.ts';

/**
 * What the relay needs to know: the form with its JSON schema, where issues go, and what it says to readers. It reads
 * this file of the built site when it starts.
 *
 * @returns `undefined` if the toolkit has no relay
 */
export function relaySettings(config: ToolkitConfig): string | undefined {
  const relay = config.feedback_relay;
  if (!relay) return undefined;
  const {problem, invalid, quick, often, full, yours, again, orMail} = textOf(config).feedback.form;
  const {title, labels} = betaFeedbackForm(config);
  const settings = {
    schema: 1,
    site: absoluteUrl(config, '/'),
    relay: relay.address,
    repository: config.repository,
    language: config.language,
    title,
    labels,
    thanks: absoluteUrl(config, THANKS),
    answers: z.toJSONSchema(feedbackAnswers(config)),
    texts: {problem, invalid, quick, often, full, yours, send: again, email: orMail({email: config.email})},
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}
