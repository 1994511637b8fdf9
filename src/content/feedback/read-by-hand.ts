import {distance} from 'fastest-levenshtein';
import {plain} from '../drafts/near-duplicates.ts';
import {FEEDBACK_QUESTION} from '../feedback-link.ts';
import {fencedLines} from './fenced-lines.ts';
import type {Answers, FormField} from './read-form.ts';
import {linesOf, NO_RESPONSE, trimLines} from './read-form.ts';

/** Tells whether a line can be the answer to a field; others are words of the reader. */
export type Fits = (id: string, answer: string) => boolean;

/** A line that looks like the name of a field, with its answer beside or below it. */
interface Candidate {
  id: string;
  answer: string;
  /** The lines of both. */
  at: number[];
}

const HEADING_RE = /^ {0,3}#{1,6}[ \t]+(?<name>.+)$/;
const BOLD_RE = /^\s*(?:\*\*|__)(?<name>[^*_]{1,60})(?:\*\*|__):?\s*$/;
/** An address is no name with its answer behind a colon. */
const BESIDE_RE = /^[\s>*_-]{0,8}(?<name>[^:：*_]{1,40})[*_]{0,2}\s*[:：](?!\/\/)[*_]{0,2}\s*(?<answer>.*)$/;

/** Fields whose answer tells by itself what it is, so that a heading in another language does no harm. */
const SELF_EVIDENT: readonly string[] = ['fingerprint', 'address', 'edition'];

/** One letter in six may be mistyped. */
const LETTERS_PER_SLIP = 6;

/**
 * Reads feedback that is not as a form writes it: edited, in another order, translated, written by hand, or an e-mail.
 * What is no answer to a field belongs to the reader's words: nothing is lost.
 */
export function readByHand(fields: readonly FormField[], words: string, body: string, fits: Fits): Answers {
  const lines = linesOf(body);
  const names = new Map(fields.map(({id, attributes}) => [plain(attributes.label), id]));
  const isCode = fencedLines(lines);
  const taken = new Set(lines.flatMap((line, at) => (line.trim() === FEEDBACK_QUESTION ? [at] : [])));
  const answers = new Map<string, string>();
  const take = ({id, answer, at}: Candidate) => {
    if (answers.has(id)) return;
    if (answer !== '') answers.set(id, answer);
    for (const line of at) taken.add(line);
  };
  const below = candidatesBelow(lines, isCode);
  // The form stands below the reader's words, in an e-mail the fields stand above them.
  for (const {name, answer, at} of below.reverse()) {
    const id = idOf(name, names);
    if (id === words) for (const line of at.slice(0, 1)) taken.add(line);
    else if (id && (answer === '' || fits(id, answer))) take({id, answer, at});
  }
  for (const candidate of candidatesBeside(lines, isCode, names)) {
    if (candidate.id !== words && fits(candidate.id, candidate.answer)) take(candidate);
  }
  for (const {answer, at} of [...below, ...besideAny(lines, isCode)]) {
    const id = SELF_EVIDENT.find((known) => !answers.has(known) && fits(known, answer));
    if (id && !at.some((line) => taken.has(line))) take({id, answer, at});
  }
  const rest = trimLines(lines.filter((line, at) => !taken.has(at) && line.trim() !== NO_RESPONSE));
  return rest === '' ? answers : answers.set(words, rest);
}

function idOf(name: string, names: ReadonlyMap<string, string>): string | undefined {
  const written = plain(name);
  const near = [...names.keys()].find(
    (known) => distance(written, known) <= Math.floor(known.length / LETTERS_PER_SLIP),
  );
  return names.get(written) ?? (near === undefined ? undefined : names.get(near));
}

type Named = Omit<Candidate, 'id'> & {name: string};

/** Headings, each with the line below it. */
function candidatesBelow(lines: readonly string[], isCode: readonly boolean[]): Named[] {
  const nameAt = (at: number) => {
    const {name} = (HEADING_RE.exec(lines[at] ?? '') ?? BOLD_RE.exec(lines[at] ?? ''))?.groups ?? {};
    return isCode[at] ? undefined : name;
  };
  return lines.flatMap((_, at) => {
    const name = nameAt(at);
    if (name === undefined) return [];
    let next = at + 1;
    while (lines[next]?.trim() === '') next += 1;
    const isAnswered = next < lines.length && nameAt(next) === undefined;
    const answer = isAnswered ? (lines[next]?.trim() ?? '') : '';
    const isEmpty = answer.toLowerCase() === NO_RESPONSE.toLowerCase();
    return [{name, answer: isEmpty ? '' : answer, at: isAnswered ? [at, next] : [at]}];
  });
}

/** `Page: Start`: one such line alone may be prose, so only those of a paragraph with at least two fields count. */
function candidatesBeside(
  lines: readonly string[],
  isCode: readonly boolean[],
  names: ReadonlyMap<string, string>,
): Candidate[] {
  const found: Candidate[] = [];
  let paragraph: Candidate[] = [];
  const end = () => {
    if (paragraph.length > 1) found.push(...paragraph.map(withoutRest));
    paragraph = [];
  };
  for (const [at, line] of lines.entries()) {
    const {name = '', answer = ''} = BESIDE_RE.exec(line)?.groups ?? {};
    const id = isCode[at] ? undefined : idOf(name, names);
    if (line.trim() === '') end();
    else if (id) paragraph.push({id, answer: answer.trim(), at: [at]});
    else paragraph.at(-1)?.at.push(at);
  }
  end();
  return found;

  /**
   * A program for e-mail may have broken a long title, or any line before a long word. Below the last field stand the
   * reader's words.
   */
  function withoutRest({id, answer, at: [first = 0, ...rest]}: Candidate, index: number): Candidate {
    const [next] = rest;
    if (id !== 'page' && answer === '' && next !== undefined) {
      return {id, answer: lines[next]?.trim() ?? '', at: [first, next]};
    }
    if (id !== 'page' || index === paragraph.length - 1) return {id, answer, at: [first]};
    return {id, answer: [answer, ...rest.map((at) => lines[at]?.trim())].join(' '), at: [first, ...rest]};
  }
}

function besideAny(lines: readonly string[], isCode: readonly boolean[]): Omit<Candidate, 'id'>[] {
  return lines.flatMap((line, at) => {
    const {answer} = BESIDE_RE.exec(line)?.groups ?? {};
    return answer === undefined || isCode[at] ? [] : [{answer: answer.trim(), at: [at]}];
  });
}
