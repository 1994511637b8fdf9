import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {WordChange} from '../../changes/diff/meaning/word-changes.ts';
import {newestFirst} from '../../changes/updates/history.ts';
import type {Problem} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {gitIn, mergeBase} from '../../io/git/merge-base.ts';
import {configurationFiles, translationFile} from '../../io/load-toolkit.ts';
import {listChanges, noDoubtfulChange, wordsIn} from '../../rules/public-record/no-doubtful-change.ts';

/**
 * Asks about texts outside pages, such as labels and navigation, that differ from those where this work left a ref, or from
 * those of the newest update, unless a note without a page has one of their words. Without git nothing is asked.
 */
export async function changedTexts(cwd: string, toolkit: Toolkit, ref?: string): Promise<Problem[]> {
  const [newest] = newestFirst(toolkit.updates.map(({data}) => data));
  if (!newest || isBeforeLaunch(toolkit)) return [];
  const noteWords = wordsIn(toolkit.notes.flatMap(({data}) => (data.pages.length === 0 ? data.note : [])).join(' '));
  const git = gitIn(cwd);
  const commit = ref ? mergeBase(git, ref) : git('log', '-1', '--format=%H', '--', `blog/${newest.slug}.md`);
  const base = (await commit.catch(() => '')).trim();
  if (base === '') return [];
  // What the engine says is not the toolkit's to announce.
  const settings = configurationFiles(cwd).filter((file) => path.dirname(file) === cwd);
  const names = [...settings.map((file) => path.basename(file)), NAVIGATION_FILE];
  const files = new Set([...names, translationFile(toolkit.config.language)]);
  const asked = [...files].map(async (file): Promise<Problem[]> => {
    const before = await git('show', `${base}:./${file}`).catch(() => '');
    const now = existsSync(path.join(cwd, file)) ? readFileSync(path.join(cwd, file), 'utf8') : '';
    const changes = textChanges(textsIn(before), textsIn(now)).filter(({before, after}) =>
      wordsIn(`${before} ${after}`).isDisjointFrom(noteWords),
    );
    if (changes.length === 0) return [];
    const problem = `${listChanges(changes)}, and no note says so, expected one if readers need to know`;
    const fix =
      'Do readers need to know? Then say it in a note without a page, with one of these words: `npm run new -- note --pages none --significance minor --note "..."`.';
    return [{path: file, ruleId: noDoubtfulChange.id, severity: 'note', problem, fix}];
  });
  return (await Promise.all(asked)).flat();
}

/** Texts in quotation marks that are no ids and addresses: they have a space, or begin with a capital. */
function textsIn(file: string): string[] {
  const quoted = file.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g);
  return [...quoted]
    .map(([, double, single]) => double ?? single ?? '')
    .filter((text) => /^\p{Lu}|\p{L} \S/u.test(text));
}

/** Texts that only one side has. If there are as many on each side, each replaces one. */
function textChanges(before: readonly string[], now: readonly string[]): WordChange[] {
  const [removed, added] = [before.filter((text) => !now.includes(text)), now.filter((text) => !before.includes(text))];
  if (removed.length === added.length) return removed.map((text, index) => ({before: text, after: added[index] ?? ''}));
  return [...removed.map((text) => ({before: text, after: ''})), ...added.map((text) => ({before: '', after: text}))];
}
