import type {CheckContext} from '../../content/check-context.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {maskText, textOutsideCode, WEB_ADDRESS_RE} from '../../content/privacy/mask-text.ts';
import {phoneNumbersOf} from '../../content/privacy/phone-numbers.ts';
import {isPersonal} from '../../content/privacy/shared-mailboxes.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import about from './no-personal-data.json' with {type: 'json'};

export const noPersonalData: PageRule = {
  id: 'no-personal-data',
  group: 'safety',
  ...about,
  check: (page, context) => [...emailsIn(page, context), ...phoneNumbersIn(page)],
};

/** `first.last@host`, including addresses with a spelled-out `@`. */
const NAMED_RE =
  /(?<![\p{L}\d.%+@/-])(?<local>\p{L}+(?:[._-]\p{L}+){1,2}\d{0,4})(?:@|&#64;|&commat;| ?[[(]at[\])] ?)(?<host>(?:[\p{L}\d-]+\.)+\p{L}{2,})/giu;

function emailsIn(page: ParsedPage, {config}: CheckContext): PageFinding[] {
  const text = textOutsideCode(page);
  const placeAt = createPlaceFinder(text);
  return [...maskText(text, WEB_ADDRESS_RE).matchAll(NAMED_RE)]
    .filter(({0: address, groups}) => isPersonal(address, groups, config))
    .map(({0: address, index}) => ({
      place: placeAt(index),
      end: placeAt(index + address.length),
      problem: `email address \`${address}\` looks personal, expected a shared one or none`,
      fix: 'Link to the organisation’s contact page instead, and leave out the person’s name unless they agreed.',
    }));
}

/** A landline may belong to a person or to the organisation, so an editor decides. */
function phoneNumbersIn(page: ParsedPage): PageFinding[] {
  const placeAt = createPlaceFinder(page.document.text);
  return phoneNumbersOf(page).flatMap(({written, start, end, line}): PageFinding | [] => {
    if (line === 'organisation') return [];
    return {
      place: placeAt(start),
      end: placeAt(end),
      ...(line === 'place' && {severity: 'warning'}),
      problem: `\`${written}\` is ${line === 'mobile' ? 'a mobile number' : 'a telephone number'}, expected a link to the organisation's contact page`,
      fix:
        line === 'mobile'
          ? 'Remove the number, and link to that page.'
          : 'Link to that page instead. Keep the number only if it does not belong to one person.',
    };
  });
}
