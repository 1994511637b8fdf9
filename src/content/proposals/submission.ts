import {shortNameOf} from '../drafts/file-name.ts';
import {PROPOSAL_LABEL, PROPOSAL_TITLE} from '../issue-forms/case-study-proposal-form.ts';
import type {IssueForm} from '../issue-forms/issue-form.ts';
import {fieldsOf, parseIssueBody} from '../issue-forms/parse-issue-body.ts';
import {MAKE_FILE_LABEL} from './proposal-stages.ts';
import {placeWords} from './unplaced-words.ts';

/** A case study as somebody offered it, whichever way it came. */
export interface Submission {
  /** The number of the issue; none where it came by e-mail. */
  issue?: number;
  /** The day it came in, `2026-11-24`. */
  received: string;
  /** What was answered, by the id of the field of the form. */
  answers: ReadonlyMap<string, string>;
  /** Words that stand under no label of the form. */
  unplaced: string;
  /** The ids of fields of which it is a guess where their answer begins. */
  doubtful: readonly string[];
  /** The names of the labels on the issue. */
  labels: readonly string[];
  /** Whether a label tells a stage alone, and nobody has asked for a file yet. */
  isStageOnly?: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a proposal from what came in: the file of a GitHub event, an issue as GitHub's API or command line gives it,
 * answers as JSON by the ids of the fields or by the keys of a case study, or the text of an e-mail.
 *
 * @param today the day it came in where the text does not say
 */
export function readSubmission(text: string, form: IssueForm, today: string): Submission {
  const json = parseObject(text);
  if (!json) return fromText(text, form, today);
  const issue = isObject(json.issue) ? json.issue : json;
  if (typeof issue.body === 'string' || issue.body === null) {
    const submission = fromIssue(issue, form, today);
    return {...submission, isStageOnly: json.action === 'labeled' && !submission.labels.includes(MAKE_FILE_LABEL)};
  }
  const given = isObject(json.answers) ? json.answers : json;
  const answers = fieldsOf(form).flatMap(({id, type}): [string, string][] => {
    const value = given[id] ?? given[keyOf(id)];
    const isTicked = type === 'checkboxes' && Array.isArray(value);
    const words = isTicked ? value.map((label) => `- [x] ${label}`).join('\n') : wordsOf(value);
    return words === '' ? [] : [[id, words]];
  });
  const consent = isObject(json.consent) ? consentAnswers(json.consent) : [];
  return {received: today, answers: new Map([...answers, ...consent]), unplaced: '', doubtful: [], labels: []};
}

/** The key of a case study that a field asks for; `title` is taken: in a link it names the title of the issue. */
export function keyOf(field: string): string {
  return field === 'study-title' ? 'title' : field.replaceAll('-', '_');
}

/** The name that the files of a proposal get, from its title. */
export function nameOf({answers, issue, received}: Submission): string {
  const name = shortNameOf(answers.get('study-title') ?? '');
  return name === '' || name === 'index' ? `proposal-${issue ?? received}` : name;
}

function fromIssue(issue: Json, form: IssueForm, today: string): Submission {
  const parsed = parseIssueBody(form, String(issue.body ?? ''));
  const {answers, unplaced} = placeWords(form, parsed);
  const title = String(issue.title ?? '').trim();
  const offered = title.toLowerCase().startsWith(PROPOSAL_TITLE.trim().toLowerCase())
    ? title.slice(PROPOSAL_TITLE.trim().length).trim()
    : title;
  const labels = Array.isArray(issue.labels) ? issue.labels.flatMap((label) => labelName(label) ?? []) : [];
  // Without an answer beside it a title may be about anything, unless somebody says that it is a proposal.
  const isProposal = offered !== title || answers.size > 0 || labels.includes(PROPOSAL_LABEL);
  const isTitled = answers.has('study-title') || offered === '' || !isProposal;
  const created = String(issue.created_at ?? issue.createdAt ?? '').slice(0, DAY_LENGTH);
  return {
    ...(Number.isSafeInteger(issue.number) && {issue: Number(issue.number)}),
    received: /^\d{4}-\d{2}-\d{2}$/.test(created) ? created : today,
    answers: isTitled ? answers : new Map([['study-title', offered], ...answers]),
    unplaced,
    doubtful: parsed.doubtful,
    labels,
  };
}

const DAY_LENGTH = '2026-11-24'.length;

function fromText(text: string, form: IssueForm, today: string): Submission {
  const parsed = parseIssueBody(form, isReply(text, form) ? text.replace(QUOTED_RE, '') : text);
  const {answers, unplaced} = placeWords(form, parsed);
  const [, subject = ''] = /^Subject:\s*(?:(?:Re|Fwd?):\s*)*(.+)$/im.exec(text) ?? [];
  const offered = subject.replace(new RegExp(`^${PROPOSAL_TITLE.trim()}`, 'i'), '').trim();
  // The subject of an e-mail is no answer: without another it may be about anything.
  const all =
    answers.has('study-title') || answers.size === 0 || offered === ''
      ? answers
      : new Map([['study-title', offered], ...answers]);
  return {received: today, answers: all, unplaced, doubtful: parsed.doubtful, labels: []};
}

const QUOTED_RE = /^(?:> ?)+/gm;

/** Whether the labels of the form stand in what is quoted, and answers between them. */
function isReply(text: string, form: IssueForm): boolean {
  const outside = parseIssueBody(form, text.replace(/^>.*$/gm, '')).answers.size;
  return outside < parseIssueBody(form, text).answers.size / 2;
}

function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function labelName(label: unknown): string | undefined {
  const name = isObject(label) ? label.name : label;
  return typeof name === 'string' ? name : undefined;
}

/** A value as the form would have it: entries on lines of their own, their parts between semicolons. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('\n');
  if (isObject(value)) return Object.values(value).map(wordsOf).join('; ');
  return value === undefined || value === null ? '' : String(value);
}

function consentAnswers({role, on}: Json): [string, string][] {
  return Object.entries({'consent-role': wordsOf(role), 'consent-on': wordsOf(on)}).filter(([, words]) => words !== '');
}
