import {maskText, WEB_ADDRESS_RE} from '../mask-text.ts';
import {findPhoneNumbers} from '../phone-numbers.ts';
import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {isSharedMailbox} from '../shared-mailboxes.ts';
import {POSTCODE_RE, STREET_RE} from './address-patterns.ts';
import {BIRTH_RE, INSURANCE_RE} from './identity-patterns.ts';

/** Something in a text that may be about a person; offsets count in UTF-16 units. */
export interface PersonalData {
  kind: FeedbackRecord['personal'][number];
  start: number;
  end: number;
}

/** Any address for e-mail, also where the `@` is spelt out against robots; the local part has at most 64 octets. */
const EMAIL_RE =
  /(?<![\p{L}\d.%+@/_-])(?<local>[\p{L}\d](?:[\p{L}\d._%+-]{0,63}))(?:@|&#64;|&commat;| ?[[(]at[\])] ?)(?<host>(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24})/giu;

const NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
const TITLED_RE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr)\.? (?:\p{Lu}\.? ){0,2}${NAME}(?: ${NAME}){0,2}`,
  'gu',
);
/** A name below a greeting at the end. */
const SIGNED_RE = new RegExp(
  String.raw`(?<=^[ \t]{0,4}(?:[Yy]ours (?:sincerely|faithfully)|(?:[Kk]ind(?:est)? |[Bb]est |[Ww]arm |[Mm]any )?(?:[Rr]egards|[Ww]ishes|[Tt]hanks)|[Tt]hank you|[Cc]heers)[,.!]?[ \t]{0,4}\n{1,3}[ \t]{0,4})${NAME}(?: ${NAME}){0,3}(?=[ \t]*(?:\n|$))`,
  'gmu',
);

/**
 * A number of eleven digits as the United Kingdom writes those of places and mobiles, whether or not the numbering plan
 * gives it out today: a reader may have mistyped it, and the plan grows.
 */
const PHONE_SHAPED_RE =
  /(?<![\d,./-])(?:\+44 ?(?:\(0\) ?)?|\(?0)(?=[127]\d{1,4}\)?[ -]?\d{2})(?:\)?[ -]?\d){10}(?!\d|[,./-]\d)/g;

/** What looks like personal data in what a reader wrote, in order. Names are found beside a title or below a greeting alone. */
export function findPersonalData(text: string, config: Pick<ToolkitConfig, 'email' | 'title'>): PersonalData[] {
  const words = maskText(text, WEB_ADDRESS_RE);
  const found = [
    ...[...words.matchAll(EMAIL_RE)]
      .filter(({0: address, groups}) => isPersonal(address, groups, config))
      .map(hit('e-mail address')),
    ...findPhoneNumbers(text)
      .filter(({line}) => line !== 'organisation')
      .map(({start, end}): PersonalData => ({kind: 'telephone number', start, end})),
    ...[...words.matchAll(PHONE_SHAPED_RE)].map(hit('telephone number')),
    ...[...words.matchAll(TITLED_RE), ...words.matchAll(SIGNED_RE)].map(hit('name')),
    ...[...words.matchAll(STREET_RE)].map(hit('street address')),
    ...[...words.matchAll(POSTCODE_RE)].map(hit('postcode')),
    ...[...words.matchAll(INSURANCE_RE)].map(hit('National Insurance number')),
    ...[...words.matchAll(BIRTH_RE)].map(hit('date of birth')),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((data) => {
    const isApart = data.start >= end;
    if (isApart) end = data.end;
    return isApart;
  });
}

/** The text with each of these replaced by what it was. */
export function redactPersonalData(text: string, found: readonly PersonalData[]): string {
  const parts = found.map(
    ({kind, start}, index) => `${text.slice(found[index - 1]?.end ?? 0, start)}[${kind} removed]`,
  );
  return parts.join('') + text.slice(found.at(-1)?.end ?? 0);
}

function hit(kind: PersonalData['kind']) {
  return ({0: {length}, index}: RegExpExecArray): PersonalData => ({kind, start: index, end: index + length});
}

function isPersonal(
  address: string,
  groups: Record<string, string> | undefined,
  {email, title}: Pick<ToolkitConfig, 'email' | 'title'>,
): boolean {
  const {local = '', host = ''} = groups ?? {};
  return (
    address.toLowerCase() !== email.toLowerCase() && !isSharedMailbox(local.toLowerCase(), host.toLowerCase(), title)
  );
}
