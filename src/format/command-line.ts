/** Words that a shell does not interpret. */
const PLAIN_WORD_RE = /^[\w./:#@,=-]+$/;

/**
 * The command line for a toolkit command: `npm run new -- note --answers 12`. People paste it into a shell, and file names
 * come from contributors, so everything that a shell could interpret is quoted.
 */
export function commandLine(name: string, ...words: readonly string[]): string {
  const typed = words.map((word) => (PLAIN_WORD_RE.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return ['npm run', name, ...(typed.length > 0 ? ['--', ...typed] : [])].join(' ');
}
