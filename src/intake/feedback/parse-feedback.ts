import type {SiteAddress} from '../../model/routes/addresses.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import {betaFeedbackForm} from '../issue-forms/beta-feedback-form.ts';
import type {IssueForm} from '../issue-forms/issue-form.ts';
import {type FormField, fieldsOf} from '../issue-forms/parse-issue-body.ts';

/** What a reader sent, before its page is looked up. */
export interface ParsedFeedback {
  /** What they wrote; empty if they wrote nothing. */
  words: string;
  /** The title of the page. */
  page?: string | undefined;
  address?: string | undefined;
  /** `live`, or the name of an edition. */
  edition?: string | undefined;
  fingerprint?: string | undefined;
  who?: string | undefined;
  /** As the form writes it, or edited or written without the form. */
  read: 'form' | 'by-hand';
}

type Answers = ReadonlyMap<string, string>;

const WORDS = 'what';
const LONGEST_TITLE = 200;
const FINGERPRINT_RE = /^`?([0-9a-f]{16})`?$/;
const EDITION_RE = /^(live|\d{4}-\d{2}(?:\.\d+)?)$/i;

/** What GitHub writes where a field was left empty. */
const NO_RESPONSE = '_No response_';

/** Reads feedback from the body of an issue. Without an answer in the field, the first address in the text counts. */
export function parseFeedback(config: ToolkitConfig, body: string): ParsedFeedback {
  const form = betaFeedbackForm(config);
  const whole = readForm(form, withoutRelay(body));
  const answers = whole ?? readEdited(form, withoutRelay(body), config);
  const {[WORDS]: words = '', page, address, edition, fingerprint, who} = Object.fromEntries(answers);
  return {
    words,
    page,
    address: addressIn(config, address ?? words) ?? address,
    edition: edition?.toLowerCase(),
    fingerprint: FINGERPRINT_RE.exec(fingerprint ?? '')?.[1],
    who,
    read: whole ? 'form' : 'by-hand',
  };
}

/** The body without what the relay adds: its marker, and the block of code in which nothing that a reader wrote works. */
function withoutRelay(body: string): string {
  const unmarked = body.replace(/^<!-- relay [0-9a-f-]{36} -->\s*/, '');
  return unmarked === body ? body : unmarked.replace(/^(`{3,})text\n([\s\S]*?)\n\1$/m, '$2');
}

/**
 * Reads the body of an issue as GitHub writes it from a form: a heading for each field, in order, over its answer. It is
 * read from its end, where the answers are single lines: an answer of many lines may contain headings that look like
 * fields, and fences that were not closed. (`@github/issue-parser` ends an answer at any `###`, and so loses text.)
 *
 * @returns `undefined` where the body is anything else, such as an edited one
 */
function readForm(form: IssueForm, body: string): Answers | undefined {
  const lines = linesOf(body);
  const answers: [string, string][] = [];
  let end = lines.length;
  for (const [index, field] of fieldsOf(form).entries().toArray().reverse()) {
    const heading = headingOf(field);
    // Nothing is above the first; below it an answer may repeat it.
    const first = lines.findIndex((line) => line.trim() !== '');
    const at = index > 0 ? lines.lastIndexOf(heading, end - 1) : lines[first] === heading ? first : -1;
    const answer = trimLines(lines.slice(at + 1, end));
    const isAlone = [lines[at - 1], lines[at + 1]].every((line) => line === undefined || line.trim() === '');
    if (at === -1 || !isAlone || !isAnswer(field, answer)) return undefined;
    if (answer !== NO_RESPONSE && answer !== '') answers.unshift([field.id, answer]);
    end = at;
  }
  return new Map(answers);
}

/**
 * Reads a body that was edited: the last heading of each field of one line, with its answer on the next line. All other
 * text is what the reader wrote, so nothing is lost.
 */
function readEdited(form: IssueForm, body: string, site: SiteAddress): Answers {
  const lines = linesOf(body);
  const answers = new Map<string, string>();
  const used = new Set<number>();
  for (const field of fieldsOf(form)) {
    const isText = field.id === WORDS;
    const at = isText ? lines.indexOf(headingOf(field)) : lines.lastIndexOf(headingOf(field));
    if (at === -1) continue;
    if (isText) {
      used.add(at);
      continue;
    }
    const below = lines.findIndex((line, index) => index > at && line.trim() !== '');
    const answer = lines[below]?.trim() ?? '';
    const isEmpty = below === -1 || answer === NO_RESPONSE;
    if (!isEmpty && !fits(field, answer, site)) continue;
    used.add(at).add(below);
    if (!isEmpty) answers.set(field.id, answer);
  }
  const rest = trimLines(lines.filter((line, at) => !used.has(at) && line.trim() !== NO_RESPONSE));
  return rest === '' ? answers : answers.set(WORDS, rest);
}

function headingOf({attributes}: FormField): string {
  return `### ${attributes.label}`;
}

/** A text in lines, however they end. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n/);
}

/** Lines as a text without empty ones at either end; the first keeps its indentation. */
function trimLines(lines: readonly string[]): string {
  const isFull = (line: string) => line.trim() !== '';
  const first = lines.findIndex(isFull);
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex(isFull) + 1).join('\n');
}

/** Whether the form can have sent this as the answer to a field. */
function isAnswer(field: FormField, answer: string): boolean {
  if (field.type === 'textarea' || field.type === 'checkboxes') return true;
  if (answer.includes('\n')) return false;
  if (field.type !== 'dropdown' || field.attributes.multiple) return true;
  return [...field.attributes.options, NO_RESPONSE, 'None', ''].includes(answer);
}

/** Whether a line is an answer to a field, and not text of the reader. */
function fits(field: FormField, answer: string, site: SiteAddress): boolean {
  switch (field.id) {
    case 'page':
      return answer.length <= LONGEST_TITLE;
    case 'address':
      return !/\s/.test(answer) && (addressIn(site, answer) !== undefined || /^\/[\w/.-]*$/.test(answer));
    case 'edition':
      return EDITION_RE.test(answer);
    case 'fingerprint':
      return FINGERPRINT_RE.test(answer);
    default:
      return isAnswer(field, answer);
  }
}

/** The first address of the site in a text. */
function addressIn({url, baseUrl}: SiteAddress, text: string): string | undefined {
  const start = `${url}${baseUrl}`;
  const at = text.indexOf(start);
  if (at === -1) return undefined;
  const [rest = ''] = /^[^\s<>"'`)\]|]*/.exec(text.slice(at + start.length)) ?? [];
  return start + rest.replace(/[.,;:!?]+$/, '');
}
