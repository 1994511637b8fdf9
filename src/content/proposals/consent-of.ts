import {readDay} from './read-times.ts';
import {TAKEN_OUT} from './take-contacts-out.ts';

/** What somebody has to put right in an answer: the field, what is wrong with it, and what to do. */
export interface Fault {
  field: string;
  problem: string;
  fix: string;
  /** Whether it keeps the case study from being published; the others ask for a second look. */
  isNeeded: boolean;
  /** Whether it is about a person: it stands as long as the answer holds it, whatever the page says. */
  isPersonal?: boolean;
}

/** Who agreed, and when, with nothing that names a person. */
export interface AgreedConsent {
  role: string;
  on: string;
}

interface Asked {
  role: string;
  day: string;
  /** The boxes that the form has, and those that were ticked. */
  boxes: readonly string[];
  ticked: readonly string[];
  today: string;
}

const TITLE_RE = /\b(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|cllr)\b\.?/i;

/** Two words in capitals side by side, as names have them; a word of an office is none of a person. */
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

/**
 * Reads the agreement of an organisation. Without each box ticked, a role that names no person and a day that has been,
 * there is none: nobody invents a consent.
 */
export function consentOf({role, day, boxes, ticked, today}: Asked): {consent?: AgreedConsent; faults: Fault[]} {
  const faults: Fault[] = [];
  const owe = (field: string, problem: string, fix: string) => void faults.push({field, problem, fix, isNeeded: true});
  for (const box of boxes.filter((label) => !ticked.includes(label))) {
    owe('consent', `the box “${box}” is not ticked`, 'Tick it once it holds; we cannot publish without.');
  }
  const fault = roleFault(role);
  if (fault) owe('consent-role', fault, 'Write the role alone, in small letters: “head of service”.');
  const on = readDay(day);
  if (!isDay(on)) {
    owe('consent-on', dayFault(day), 'Write it as 2026-11-24, once you know it.');
  } else if (on > today) owe('consent-on', `${on} is still to come`, 'Give the day on which they agreed.');
  return faults.length > 0 ? {faults} : {consent: {role: role.trim(), on}, faults};
}

/** What keeps words from being a day. */
function dayFault(words: string): string {
  if (words === '') return 'nothing is written';
  return /\bnot? (?:yet )?(?:known|sure)\b|\bunknown\b/i.test(words)
    ? 'the day is not known yet'
    : 'what is written is no day we can read';
}

/** What keeps words from being a role; they are not repeated, for they may hold a name. */
function roleFault(role: string): string | undefined {
  if (role.trim().length < 3) return 'nothing is written';
  if (role.includes('@') || role.includes(TAKEN_OUT) || /\d{5}/.test(role)) return 'it holds details of contact';
  const looksLikeName = [...role.matchAll(NAME_RE)].some((words) => !words.slice(1).some(isOfOffice));
  return TITLE_RE.test(role) || looksLikeName || role.length > 80 ? 'it looks as if it named a person' : undefined;
}

function isOfOffice(word: string): boolean {
  return OFFICES.has(word.toLowerCase());
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
