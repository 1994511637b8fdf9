/** Words that a shell takes as they are. */
const PLAIN_WORD_RE = /^[\w./:#@,=-]+$/;

/**
 * What to type for a command of the toolkit: `npm run new -- note --answers 12`. Names of files come from contributors
 * too, and somebody will paste the line into a shell: what it could take for more than a word stands in quotes.
 */
export function commandLine(name: string, ...words: readonly string[]): string {
  const typed = words.map((word) => (PLAIN_WORD_RE.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return ['npm run', name, ...(typed.length > 0 ? ['--', ...typed] : [])].join(' ');
}
