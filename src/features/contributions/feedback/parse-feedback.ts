import type {SiteAddress} from '../../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {betaFeedbackForm} from '../forms/beta-feedback-form.ts';
import {isNoAnswer, parseIssueBody, trimLines} from '../forms/parse-issue-body.ts';

const WORDS = 'what';

/** What an answer looks like; other text below the heading of such a field belongs to the reader. */
const ANSWERS: Readonly<Record<string, RegExp>> = {address: /^(https?:\/)?\/\S*$/, fingerprint: /^[0-9a-f]{16}$/};

/**
 * Reads feedback from the body of an issue. Only the answer to the first field has several lines. All text that answers no
 * other field is what the reader wrote, also in a body that was edited or written without the form. Without an address,
 * the first one of the site in that text counts.
 */
export function parseFeedback(config: ToolkitConfig, body: string) {
  const {answers, rest} = parseIssueBody(betaFeedbackForm(config), body);
  const written = [rest, answers.get(WORDS) ?? ''];
  const given: Record<string, string> = {};
  for (const [id, text] of answers) {
    if (id === WORDS) continue;
    const [first = '', ...others] = text.split('\n');
    const isAnswer = isNoAnswer(first) || ANSWERS[id]?.test(first.trim()) !== false;
    if (isAnswer && !isNoAnswer(first)) given[id] = first.trim();
    written.push(isAnswer ? trimLines(others) : text);
  }
  const words = written.filter((text) => !isNoAnswer(text)).join('\n\n');
  return {words, address: given.address ?? addressIn(config, words), fingerprint: given.fingerprint};
}

function addressIn({url, baseUrl}: SiteAddress, text: string): string | undefined {
  const start = `${url}${baseUrl}`;
  const at = text.indexOf(start);
  if (at === -1) return undefined;
  const [rest = ''] = /^[^\s<>"'`)\]|]*/.exec(text.slice(at + start.length)) ?? [];
  return start + rest.replace(/[.,;:!?]+$/, '');
}
