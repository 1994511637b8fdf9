import {maskText, WEB_ADDRESS_RE} from './mask-text.ts';
import {findPhoneNumbers} from './phone-numbers.ts';
import {isSharedMailbox} from './shared-mailboxes.ts';

/** Any email address, including those with a spelled-out `@`. The local part has at most 64 octets. */
export const EMAIL_RE =
  /(?<![\p{L}\d.%+@/_-])(?<local>[\p{L}\d][\p{L}\d._%+-]{0,63})(?:@|&#64;|&commat;| ?[[(]at[\])] ?)(?<host>(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24})/giu;

/** How many digits of a number stay visible: enough to find it, too few to dial it. */
const VISIBLE_DIGITS = 4;

/**
 * Masks personal email addresses and telephone numbers in a report, as `j###.m##### [at] parish.example` and
 * `0791# ######`. Reports stay in the history of comments and in artefacts after the page is fixed.
 */
export function maskPersonalData(text: string): string {
  if (!/@|&#64;|&commat;|[[(]at[\])]|\d{2}/i.test(text)) return text;
  const emails = [...maskText(text, WEB_ADDRESS_RE).matchAll(EMAIL_RE)]
    .filter(({groups}) => !isSharedMailbox(nameOf(groups?.local), nameOf(groups?.host), ''))
    .map(({0: {length}, index, groups}) => ({
      start: index,
      end: index + length,
      masked: `${maskName(groups?.local ?? '')} [at] ${groups?.host}`,
    }));
  const numbers = findPhoneNumbers(text)
    .filter(({line}) => line !== 'organisation')
    .map(({start, end, written}) => ({start, end, masked: maskNumber(written)}));
  let at = 0;
  let result = '';
  for (const {start, end, masked} of [...emails, ...numbers].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + masked;
    at = end;
  }
  return result + text.slice(at);
}

function nameOf(part = ''): string {
  return part.toLowerCase();
}

function maskName(local: string): string {
  return local.replace(/(?<=[\p{L}\d])[\p{L}\d]/gu, '#');
}

function maskNumber(written: string): string {
  const visible = VISIBLE_DIGITS + (written.startsWith('+') ? 2 : 0);
  let count = 0;
  return written.replace(/\d/g, (digit) => {
    count += 1;
    return count > visible ? '#' : digit;
  });
}
