import {isGeneratedPage} from '../../src/content/generated-pages.ts';
import {pageIdOf} from '../../src/content/page-id.ts';
import type {Fault} from '../../src/content/publish/judge-wishes.ts';
import {brokenWords} from '../../src/content/redact/broken-words.ts';
import {findWords} from '../../src/content/redact/find-words.ts';
import {judgePage} from '../../src/content/redact/judge-request.ts';
import {formOf} from '../../src/content/redact/redact-file.ts';
import type {TakenPage} from '../../src/content/redact/take-page.ts';
import {takePage} from '../../src/content/redact/take-page.ts';
import {textOf} from '../../src/content/redact/text-file.ts';
import type {WordsMatcher} from '../../src/content/redact/words-matcher.ts';
import {matcherOf} from '../../src/content/redact/words-matcher.ts';
import {renderPlace} from '../../src/content/report/sections.ts';
import type {SourceFile, Toolkit} from '../../src/content/toolkit.ts';
import {isPage} from '../../src/content/toolkit.ts';
import {readDocument} from '../../src/store/document.ts';
import {uncommittedFiles} from '../list-files.ts';
import {refusal} from '../refusal.ts';
import type {WholeTree} from '../whole-tree.ts';

/** Everything that words or a page are taken out of, before anything is told or recorded. */
export interface Taken extends TakenPage {
  /** What finds the words; `undefined` for a page. */
  matcher: WordsMatcher | undefined;
}

/**
 * Takes words out of every file.
 *
 * @throws {ExitError} where no file holds them.
 */
export function takeWords({files}: WholeTree, words: string, replacement: string): Taken {
  const matcher = matcherOf(words);
  const {redacted, faults} = findWords(files, {matcher, replacement});
  if (redacted.length === 0 && faults.length === 0) {
    const problem = `the words stand in none of ${files.length} files, expected them in one at least: nothing was changed`;
    throw refusal([
      {
        problem,
        fix: 'Look whether they are written so, with these capitals; nothing is left to do if they were taken out before.',
      },
    ]);
  }
  const after = new Map(redacted.map(({path, text}) => [path, text]));
  return {
    matcher,
    redacted,
    removed: [],
    faults: [...faults, ...files.flatMap((file) => stillSeen(file, after, matcher, words))],
  };
}

/** Words that markup parts, or escapes hide: no search for words finds them, and readers do. */
function stillSeen(
  file: SourceFile,
  after: ReadonlyMap<string, string>,
  matcher: WordsMatcher,
  words: string,
): Fault[] {
  if (!file.path.endsWith('.md') || !formOf(file.path)) return [];
  const text = after.get(file.path) ?? textOf(file);
  if (text === undefined) return [];
  return brokenWords(readDocument(file.path, text).document, matcher, words).map((place) => ({
    problem: `${renderPlace(file.path, place)}: readers see the words and the file writes them with markup among them, expected them in one piece`,
    fix: 'Take them out by hand; in an edition or a published text, write them in one piece there and run this command again.',
  }));
}

/**
 * Takes a page out whole.
 *
 * @throws {ExitError} where there is no such page, or it cannot go.
 */
export async function takeWholePage({cwd, files, toolkit}: WholeTree, id: string): Promise<Taken> {
  const wrong = judgePage(id, knownTexts(toolkit, files), isGeneratedPage(id));
  if (wrong.length > 0) throw refusal(wrong);
  const taken = takePage(files, toolkit, id);
  const removed = taken.removed.map(({path}) => path);
  const open = (await uncommittedFiles(cwd, removed)).map((path) => ({
    problem: `${path}: file would go and holds work that is not committed, expected it as it was committed`,
    fix: 'Commit it, or take the work back, then run this command again.',
  }));
  return {...taken, matcher: undefined, faults: [...taken.faults, ...open]};
}

/** The ids of pages of which any text is left. */
function knownTexts({documents, editions}: Toolkit, files: readonly SourceFile[]): string[] {
  const live = documents.filter(isPage).map(({document}) => pageIdOf(document.path));
  const recorded = files.flatMap(({path}) => /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(path)?.[1] ?? []);
  return [...new Set([...live, ...recorded, ...editions.flatMap(({pages}) => pages.map(({id}) => id))])];
}
