import {escapeMarkup} from '../escape-markup.ts';
import {comparisonAddress, pageComparisonAddress, updateDifferenceAddress} from './addresses.ts';

/**
 * The frames around differences, each rendered once: hundreds of pages share them, and one page with its words put in
 * is written in a hundredth of the time that rendering it takes. Words of addresses and titles stand for what differs.
 */
const WORDS = {
  slug: 'shell-slug',
  from: 'shell-from',
  to: 'shell-to',
  pageId: 'shell-page',
  title: 'shell-title',
  /** Which difference of the page it is: two must not have one name in tabs and bookmarks. */
  which: 'shell-which',
  parent: 'shell-parent',
  description: 'shell-description',
} as const;

/** What takes the place of a shell's words; what a shell does not have is left out. */
export type ShellValues = Readonly<Partial<Record<keyof typeof WORDS, string>>>;

/** The two kinds of difference: what an update did to a page, and what lies between two editions of it. */
export type ShellKind = 'update' | 'comparison';

/** A shell's address, that of the page it lies under, and the folder of built files that it alone is in. */
export const SHELLS: Readonly<Record<ShellKind, {address: string; parent: string; folder: string}>> = {
  update: {
    address: updateDifferenceAddress(WORDS.slug, WORDS.pageId),
    parent: `/updates/${WORDS.slug}/`,
    folder: `updates/${WORDS.slug}`,
  },
  comparison: {
    address: pageComparisonAddress(WORDS.from, WORDS.to, WORDS.pageId),
    parent: comparisonAddress(WORDS.from, WORDS.to),
    folder: `editions/${WORDS.from}`,
  },
};

/** The words of a shell that its theme shows. */
export const SHELL_TITLE = WORDS.title;
export const SHELL_WHICH = WORDS.which;
export const SHELL_PARENT = WORDS.parent;
export const SHELL_DESCRIPTION = WORDS.description;

const NAMES = new Map<string, keyof typeof WORDS>(
  Object.entries(WORDS).map(([name, word]) => [word, name as keyof typeof WORDS]),
);

const WORD_RE = new RegExp(Object.values(WORDS).join('|'), 'g');

const ROOM_RE = /<div data-difference[^>]*>.*?<\/div>/s;

/** Structured data of pages that search engines are asked to pass by. */
const STRUCTURED_RE = /<script type="application\/ld\+json">.*?<\/script>/gs;

/**
 * A page from its shell.
 *
 * @throws {Error} where the shell has no element with `data-difference`.
 */
export function fillShell(shell: string, values: ShellValues, body: string): string {
  if (!ROOM_RE.test(shell)) throw new Error('the shell has no element with `data-difference`');
  const page = shell
    .replace(STRUCTURED_RE, '')
    .replace(WORD_RE, (word) => escapeMarkup(values[NAMES.get(word) ?? 'title'] ?? ''));
  // Last, so that no word of an author is taken for one of the shell.
  return page.replace(ROOM_RE, () => body);
}
