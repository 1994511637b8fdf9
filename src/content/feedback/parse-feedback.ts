import {betaFeedbackForm, FEEDBACK_TITLE} from '../issue-forms/beta-feedback-form.ts';
import type {SiteAddress} from '../links/addresses.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Fits} from './read-by-hand.ts';
import {readByHand} from './read-by-hand.ts';
import {fieldsOf, readForm} from './read-form.ts';

/** What a reader sent, before anybody looks whether there is such a page. */
export interface ParsedFeedback {
  /** What they wrote; empty where they wrote nothing. */
  words: string;
  /** The title of the page. */
  page?: string | undefined;
  address?: string | undefined;
  /** More addresses that stand where that one was found: nobody says which of them is meant. */
  others?: string[] | undefined;
  /** `live`, or the name of an edition. */
  edition?: string | undefined;
  fingerprint?: string | undefined;
  who?: string | undefined;
  /** As the form writes it, or anyhow else. */
  read: 'form' | 'by-hand';
}

const WORDS = 'what';
const LONGEST_TITLE = 200;
const FINGERPRINT_RE = /^`?([0-9a-f]{16})`?$/;
const EDITION_RE = /^(live|\d{4}-\d{2}(?:\.\d+)?)$/i;

/** Reads feedback from the title and body of an issue, or from the subject and text of an e-mail. */
export function parseFeedback(config: ToolkitConfig, title: string, body: string): ParsedFeedback {
  const form = betaFeedbackForm(config);
  const whole = readForm(form, body);
  const fields = fieldsOf(form);
  const answers = whole ?? readByHand(fields, WORDS, body, fitsOf(config, optionsOf(fields)));
  const {[WORDS]: words = '', page, address, edition, fingerprint, who} = Object.fromEntries(answers);
  const [first, ...others] = addressesIn(config, address ?? words);
  return {
    words,
    page: page ?? pageInTitle(title),
    address: first ?? address,
    others: others.length > 0 ? others : undefined,
    edition: edition?.toLowerCase(),
    fingerprint: FINGERPRINT_RE.exec(fingerprint ?? '')?.[1],
    who,
    read: whole ? 'form' : 'by-hand',
  };
}

/** The labels that an e-mail about a page may hold; people's own addresses stand below theirs in a signature. */
export function mailLabels(config: ToolkitConfig): string[] {
  return fieldsOf(betaFeedbackForm(config)).flatMap(({id, attributes}) => (id === 'address' ? [] : attributes.label));
}

function fitsOf(site: SiteAddress, options: readonly string[]): Fits {
  const judges: Readonly<Record<string, (answer: string) => boolean>> = {
    page: ({length}) => length > 0 && length <= LONGEST_TITLE,
    address: (answer) => isAddressOf(site, answer),
    edition: (answer) => EDITION_RE.test(answer),
    fingerprint: (answer) => FINGERPRINT_RE.test(answer),
    who: (answer) => options.includes(answer),
  };
  return (id, answer) => judges[id]?.(answer) ?? false;
}

function optionsOf(fields: ReturnType<typeof fieldsOf>): string[] {
  return fields.flatMap((field) => (field.type === 'dropdown' ? field.attributes.options : []));
}

/** Whether one word is an address of the site, in the brackets that Markdown and e-mail may put around it. */
function isAddressOf(site: SiteAddress, answer: string): boolean {
  return !/\s/.test(answer) && (addressesIn(site, answer).length > 0 || /^\/[\w/.-]*$/.test(answer));
}

/** More than these nobody names one by one. */
const MOST_ADDRESSES = 20;

/** The addresses of the site in a text, each once; those with nothing but a comma between them are parted too. */
function addressesIn({url, baseUrl}: SiteAddress, text: string): string[] {
  const start = `${url}${baseUrl}`;
  const found = text
    .split(start)
    .slice(1)
    .map((rest) => start + (/^[^\s<>"'`)\]|]*/.exec(rest)?.[0].replace(/[.,;:!?]+$/, '') ?? ''));
  return [...new Set(found)].slice(0, MOST_ADDRESSES);
}

function pageInTitle(title: string): string | undefined {
  const [, page = ''] = title.trim().split(new RegExp(`^(?:re: *)?${FEEDBACK_TITLE.trim()}`, 'i'));
  return page.trim() === '' ? undefined : page.trim();
}
