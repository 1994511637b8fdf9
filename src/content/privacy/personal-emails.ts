import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {maskText, WEB_ADDRESS_RE} from './mask-text.ts';
import {isPersonal} from './shared-mailboxes.ts';

/** `first.last@host`, including addresses with a spelled-out `@`. */
const NAMED_RE =
  /(?<![\p{L}\d.%+@/-])(?<local>\p{L}+(?:[._-]\p{L}+){1,2}\d{0,4})(?:@|&#64;|&commat;| ?[[(]at[\])] ?)(?<host>(?:[\p{L}\d-]+\.)+\p{L}{2,})/giu;

/** Finds email addresses that seem to belong to one person. Offsets are in UTF-16 units. */
export function findPersonalEmails(
  text: string,
  config: Pick<ToolkitConfig, 'email' | 'title'>,
): {address: string; start: number; end: number}[] {
  return [...maskText(text, WEB_ADDRESS_RE).matchAll(NAMED_RE)]
    .filter(({0: address, groups}) => isPersonal(address, groups, config))
    .map(({0: address, index}) => ({address, start: index, end: index + address.length}));
}
