import {isNonAnswer} from '../../../content/front-matter/non-answers.ts';
import {readDay} from '../../../content/front-matter/read-times.ts';
import type {AgreedConsent} from '../../../content/schemas/case-study-schema.ts';
import type {AnswerFault} from './field-feedback.ts';
import {CONTACT_REMOVED} from './strip-contacts.ts';

/** What the consent fields of one form say. */
interface ConsentAnswers {
  role: string;
  day: string;
  /** The labels of the boxes that the form has, and of those that were ticked. */
  boxes: readonly string[];
  ticked: readonly string[];
}

const TITLE_RE = /\b(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|cllr)\b\.?/i;

/** Two capitalised words next to each other, as names have them, unless one is a word of an office. */
const NAME_RE = /\b(\p{Lu}[\p{Ll}'’-]+)\s+(?:\p{Lu}\.?\s+)?(\p{Lu}[\p{L}'’-]+)/gu;

const OFFICES: ReadonlySet<string> = new Set(
  `academic acting adult area arts assistant board branch business chair chief children city clerk committee
  communications community corporate county culture cultural customer delivery democratic deputy development digital
  director district education engagement executive finance general group head health heritage information interim
  joint lead leader learning leisure local manager member monitoring neighbourhood office officer operations outreach
  owner parish partnership partnerships people place policy portfolio principal programme project public regional
  resources secretary section senior service services society specialist staff stock strategic strategy supervisor team
  town treasurer trust trustee trustees village volunteer warden wellbeing young`.split(/\s+/),
);

const MAX_ROLE_LENGTH = 80;

/**
 * Reads the consent of an organisation from the answers to the form. It needs every box ticked, a role without a name,
 * and a day that is not in the future.
 */
export function readConsent(
  {role, day, boxes, ticked}: ConsentAnswers,
  today: string,
): {consent?: Pick<AgreedConsent, 'role' | 'on'>; faults: AnswerFault[]} {
  const on = readDay(day);
  const needed = (field: string, problem: string | undefined, fix: string): AnswerFault[] =>
    problem === undefined ? [] : [{field, problem, fix, isNeeded: true}];
  const unticked = boxes.filter((label) => !ticked.includes(label)).map((label) => `the box “${label}” is not ticked`);
  const tick = 'Tick it once it is true. We cannot publish the case study without it.';
  const roleOnly = 'Write the role only, never a name, in small letters: “head of service”.';
  const later = 'Once you know the day, edit your proposal and write it as 2026-11-24.';
  const faults = [
    ...unticked.flatMap((problem) => needed('consent', problem, tick)),
    ...needed('consent-role', faultOfRole(role), roleOnly),
    ...needed('consent-on', faultOfDay(day, on, today), later),
  ];
  return faults.length > 0 ? {faults} : {consent: {role: role.trim(), on}, faults};
}

/** The message does not repeat the answer, which may contain a name. */
function faultOfRole(role: string): string | undefined {
  if (isNonAnswer(role) || role.trim().length < 3) return 'no role is given';
  if (role.includes('@') || role.includes(CONTACT_REMOVED) || /\d{5}/.test(role)) return 'it contains contact details';
  const hasName = [...role.matchAll(NAME_RE)].some(
    ([, first = '', last = '']) => ![first, last].some((word) => OFFICES.has(word.toLowerCase())),
  );
  return TITLE_RE.test(role) || hasName || role.length > MAX_ROLE_LENGTH ? 'it seems to name a person' : undefined;
}

function faultOfDay(typed: string, on: string, today: string): string | undefined {
  if (isNonAnswer(typed)) return 'no day is given';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on) && new Date(`${on}T00:00:00Z`).toJSON()?.slice(0, 10) === on;
  if (!isDay) return 'we could not read this date';
  return on > today ? `${on} is in the future` : undefined;
}
