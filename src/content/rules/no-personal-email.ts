import {maskText, textOutsideCode, WEB_ADDRESS_RE} from '../mask-text.ts';
import {createPlaceFinder} from '../place-finder.ts';
import type {PageRule} from '../rule.ts';
import {isSharedMailbox} from '../shared-mailboxes.ts';

/** `first.last@host`, also where the `@` is spelt out against robots. */
const NAMED_RE =
  /(?<![\p{L}\d.%+@/-])(?<local>\p{L}+(?:[._-]\p{L}+){1,2}\d{0,4})(?:@|&#64;|&commat;| ?[[(]at[\])] ?)(?<host>(?:[\p{L}\d-]+\.)+\p{L}{2,})/giu;

export const noPersonalEmail: PageRule = {
  id: 'no-personal-email',
  group: 'safety',
  summary: 'A page holds no e-mail address of a person.',
  why: 'A name with an address is personal data, draws unwanted mail, and is out of date when the person leaves.',
  good: [
    'Write to office@parish.example or <flood@flood.example>.',
    'Write to customer.services@parish.example, local-studies@parish.example or lower.ford.parish@lowerford.example.',
    'See https://elsewhere.example/@jane.reed@social.example and [more](https://elsewhere.example/?to=jane.reed@a.example).',
    '```text\nWrite to jane.reed@parish.example.\n```',
    'Write to your.name@example.org, and tag @jane.reed.',
    'Install river-flood@1.2.3, ask riverside.wardens@elsewhere.example, and write to flood.defence.team@parish.example.',
  ],
  bad: [
    'Write to jane.reed@parish.example.',
    '[Write to Jane](mailto:j.reed@parish.example)',
    '<Jane_Van-Reed2@parish.example>',
    '---\ntitle: Floods\nsources:\n  - title: Letter of siân.o-reed@parish.example\n---\n\nWords.\n',
    'Write to jane.reed&#64;parish.example or jane.reed [at] parish.example.',
  ],
  check: (page, {config}) => {
    const text = textOutsideCode(page);
    const placeAt = createPlaceFinder(text);
    const own = config.email.toLowerCase();
    return [...maskText(text, WEB_ADDRESS_RE).matchAll(NAMED_RE)]
      .filter(({0: address, groups}) => {
        const {local = '', host = ''} = groups ?? {};
        return address.toLowerCase() !== own && !isSharedMailbox(local.toLowerCase(), host.toLowerCase(), config.title);
      })
      .map(({0: address, index}) => ({
        place: placeAt(index),
        end: placeAt(index + address.length),
        problem: `e-mail address \`${address}\` looks like a person's, expected one that a team shares, or none`,
        fix: 'Link to the contact page of the organisation instead, and leave out the name if the person did not agree.',
      }));
  },
};
