import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import sharedMailboxes from './shared-mailboxes.json' with {type: 'json'};

/** Words in the names of shared mailboxes. None of them is a common personal name. */
const SHARED: ReadonlySet<string> = new Set(sharedMailboxes);

/** The number of first letters that two forms of a word share. */
const STEM = 5;

/**
 * Whether a lower-case address is a shared mailbox: one of its parts is a word from the host, from the title of the
 * toolkit, or from the names of typical shared mailboxes.
 */
export function isSharedMailbox(local: string, host: string, title: string): boolean {
  if (/^example\.(com|org|net)$/.test(host)) return true;
  const subjects = title.toLowerCase().split(/\P{L}+/u);
  return local
    .replace(/\d+$/, '')
    .split(/[._-]/)
    .some(
      (part) =>
        SHARED.has(part) ||
        SHARED.has(part.replace(/s$/, '')) ||
        (part.length > 3 && host.includes(part)) ||
        subjects.some((subject) => hasSameStem(part, subject)),
    );
}

/** Whether an address, matched with the groups `local` and `host`, is neither that of the toolkit nor a shared mailbox. */
export function isPersonal(
  address: string,
  {local = '', host = ''}: Record<string, string> = {},
  {email, title}: Pick<ToolkitConfig, 'email' | 'title'>,
): boolean {
  if (address.toLowerCase() === email.toLowerCase()) return false;
  return !isSharedMailbox(local.toLowerCase(), host.toLowerCase(), title);
}

/** Whether two words share enough letters at the start to be forms of one word, such as singular and plural. */
function hasSameStem(a: string, b: string): boolean {
  return a.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM);
}
