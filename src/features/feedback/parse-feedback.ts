import type {SiteAddress} from '../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {betaFeedbackForm} from './forms/beta-feedback-form.ts';
import {fieldsOf, isNoAnswer, trimLines} from './forms/parse-issue-body.ts';

const WORDS = 'what';

/** What an answer looks like; other text below the heading of such a field belongs to the reader. */
const ANSWERS: Readonly<Record<string, RegExp>> = {address: /^(https?:\/)?\/\S*$/, fingerprint: /^[0-9a-f]{16}$/};

/**
 * Reads feedback from the body of an issue: a heading for each field, over its answer. Only the first field has several
 * lines, and they may contain headings that look like fields, so the last heading of each other field counts. All text
 * that answers no other field is what the reader wrote, also in a body that was edited or written without the form.
 * Without an address, the first one of the site in that text counts.
 */
export function parseFeedback(config: ToolkitConfig, body: string) {
  const lines = body.split(/\r\n|\n/);
  const answers = new Map<string, string>();
  const used = new Set<number>();
  for (const {id, attributes} of fieldsOf(betaFeedbackForm(config))) {
    const heading = `### ${attributes.label}`;
    const at = id === WORDS ? lines.indexOf(heading) : lines.lastIndexOf(heading);
    if (at === -1) continue;
    const below = id === WORDS ? -1 : lines.findIndex((line, index) => index > at && line.trim() !== '');
    const answer = lines[below]?.trim() ?? '';
    if (!isNoAnswer(answer) && ANSWERS[id]?.test(answer) === false) continue;
    used.add(at).add(below);
    if (!isNoAnswer(answer)) answers.set(id, answer);
  }
  const words = trimLines(lines.filter((_, index) => !used.has(index)));
  const address = answers.get('address') ?? addressIn(config, words);
  return {words: isNoAnswer(words) ? '' : words, address, fingerprint: answers.get('fingerprint')};
}

/** The first address of the site in a text. */
function addressIn({url, baseUrl}: SiteAddress, text: string): string | undefined {
  const start = `${url}${baseUrl}`;
  const at = text.indexOf(start);
  if (at === -1) return undefined;
  const [rest = ''] = /^[^\s<>"'`)\]|]*/.exec(text.slice(at + start.length)) ?? [];
  return start + rest.replace(/[.,;:!?]+$/, '');
}
