import {z} from 'zod';
import {absoluteUrl, fileOfAddress} from '../../content/addresses/addresses.ts';
import {RELAY_SETTINGS, THANKS} from '../../content/addresses/generated-routes.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {textOf} from '../../language/text.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {betaFeedbackForm, feedbackAnswers} from './forms/beta-feedback-form.ts';

/**
 * What the relay needs to know: the form with its JSON schema, where issues go, and what it says to readers. It reads
 * this file of the built site when it starts. A toolkit without a relay has none.
 */
export function relayFiles(config: ToolkitConfig): SiteFile[] {
  const relay = config.feedback_relay;
  if (!relay) return [];
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
  return [[fileOfAddress(RELAY_SETTINGS), `${JSON.stringify(settings, undefined, 2)}\n`]];
}
