import {EMAIL_RE} from '../../content/privacy/mask-personal-data.ts';
import {maskText, WEB_ADDRESS_RE} from '../../content/privacy/mask-text.ts';
import {findPhoneNumbers} from '../../content/privacy/phone-numbers.ts';
import {isPersonal} from '../../content/privacy/shared-mailboxes.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import postcodeAreas from './postcode-areas.json' with {type: 'json'};

/** Possible personal data in a text. Offsets are in UTF-16 units. */
export interface PersonalData {
  kind:
    | 'email address'
    | 'telephone number'
    | 'name'
    | 'street address'
    | 'postcode'
    | 'National Insurance number'
    | 'date of birth';
  start: number;
  end: number;
}

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
 * An eleven-digit UK landline or mobile number. It does not have to be in the current numbering plan, because a reader may
 * mistype it and the plan grows.
 */
const PHONE_SHAPED_RE =
  /(?<![\d,./-])(?:\+44 ?(?:\(0\) ?)?|\(?0)(?=[127]\d{1,4}\)?[ -]?\d{2})(?:\)?[ -]?\d){10}(?!\d|[,./-]\d)/g;

/**
 * A UK postcode (BS 7666). Its last two letters are never C, I, K, M, O or V, so `M1 5pm` is not a postcode. Neither is
 * `b2 3rd`.
 */
const POSTCODE_RE = new RegExp(
  String.raw`(?<![\p{L}\d#/_-])(?:${postcodeAreas.join('|')})\d[A-Z\d]? ?\d(?!ST|ND|RD|TH)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d/_-])`,
  'giu',
);

const STREET_WORD = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;

/** A house number and street. Numbers of four digits are left out, because they are usually years. */
const STREET_RE = new RegExp(
  String.raw`(?<![\p{L}\d.,/£%-])\d{1,3}[A-Za-z]?,? (?:${STREET_WORD} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way)(?![\p{L}\d])`,
  'gu',
);

/**
 * A National Insurance number, including letters that are not in use, because a reader may mistype it.
 *
 * @see https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
 */
const INSURANCE_RE = /(?<![\p{L}\d])[A-Z]{2}(?:[ -]?\d{2}){3}[ -]?[A-D](?![\p{L}\d])/giu;

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const DAY = [
  String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`(?:the )?${NTH} (?:of )?(?:${MONTH})\.?,? \d{2,4}`,
  String.raw`(?:${MONTH})\.? ${NTH},? \d{2,4}`,
].join('|');

/** A date of birth. A date alone is not personal data. */
const BIRTH_RE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:date of birth|d\.?o\.?b\.?|born)(?: is| was| on)? ?[:=–-]? ?(?:${DAY})(?![\p{L}\d])`,
  'giu',
);

/** Finds possible personal data in a reader's text, in order. Names are found only after a title or below a greeting. */
export function findPersonalData(text: string, config: Pick<ToolkitConfig, 'email' | 'title'>): PersonalData[] {
  const words = maskText(text, WEB_ADDRESS_RE);
  const matches = [
    ...[...words.matchAll(EMAIL_RE)]
      .filter(({0: address, groups}) => isPersonal(address, groups, config))
      .map(hit('email address')),
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
  return matches.filter((data) => {
    const isApart = data.start >= end;
    if (isApart) end = data.end;
    return isApart;
  });
}

function hit(kind: PersonalData['kind']) {
  return ({0: {length}, index}: RegExpExecArray): PersonalData => ({kind, start: index, end: index + length});
}
