import type {IssueForm} from '../issue-forms/issue-form.ts';
import type {FormField, ParsedBody} from '../issue-forms/parse-issue-body.ts';
import {fieldsOf, isNoAnswer} from '../issue-forms/parse-issue-body.ts';

/** Fields of several lines that hold entries and no story: a heading is none of them. */
const LISTS: readonly string[] = ['outcomes', 'partners', 'sources'];

const HEADING_RE = /^ {0,3}#{1,6}[^\S\n]+\S/;

/** Lines that programs for e-mail, and whoever writes one, put around what they have to say. */
const AROUND_RE =
  /^(?:> ?)*(?:(?:From|Sent|To|Cc|Date|Subject)\s*:.*|-+ ?(?:Forwarded|Original) message.*|On .{1,200} wrote:|(?:dear|hello|hi|good (?:morning|afternoon|evening))\b.{0,60}|_?no response_?|)$/i;

const CLOSING_RE =
  /^(?:yours (?:sincerely|faithfully)|(?:kind(?:est)? |best |warm |many )?(?:regards|wishes|thanks)|thank you|cheers)[,.!]?$/i;

/** A greeting, and whoever sends it, at the end. */
const CLOSING_LINES = 5;

/** The answers without what cannot belong to them, and the words that stand under no label of the form. */
export function placeWords(
  form: IssueForm,
  {answers, rest}: ParsedBody,
): {answers: Map<string, string>; unplaced: string} {
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const placed = new Map<string, string>();
  const left = [rest];
  for (const [id, text] of answers) {
    const {answer, after} = partAt(endOf(fields.get(id), text.split('\n')), text.split('\n'));
    if (!isNoAnswer(answer)) placed.set(id, answer);
    left.push(after);
  }
  return {
    answers: placed,
    unplaced: left
      .map(withoutAround)
      .filter((words) => words !== '')
      .join('\n\n'),
  };
}

/** The line that cannot belong to an answer any more: a choice ends at a heading, and a field of one line at a blank one. */
function endOf(field: FormField | undefined, lines: readonly string[]): number {
  if (!field) return lines.length;
  const isBlank = (at: number) => (lines[at] ?? '').trim() === '';
  const end = lines.findIndex((line, at) => {
    if (field.type === 'textarea') {
      return LISTS.includes(field.id) && HEADING_RE.test(line) && isBlank(at - 1) && isBlank(at + 1);
    }
    return HEADING_RE.test(line) || (field.type === 'input' && at > 0 && isBlank(at));
  });
  return end < 0 ? lines.length : end;
}

function partAt(end: number, lines: readonly string[]): {answer: string; after: string} {
  return {answer: lines.slice(0, end).join('\n').trimEnd(), after: lines.slice(end).join('\n')};
}

function withoutAround(words: string): string {
  const lines = words.trim().split('\n');
  const closing = lines.findLastIndex((line) => CLOSING_RE.test(line.trim()));
  const said = closing >= 0 && lines.length - closing <= CLOSING_LINES ? lines.slice(0, closing) : lines;
  return said.some((line) => !AROUND_RE.test(line.trim())) ? withoutEnds(said).join('\n') : '';
}

/** Without the lines around it; those between its words stay. */
function withoutEnds(lines: readonly string[]): string[] {
  const isSaid = (line: string) => !AROUND_RE.test(line.trim());
  return lines.slice(lines.findIndex(isSaid), lines.findLastIndex(isSaid) + 1);
}
