import {askedKeys} from '../../src/content/drafts/asked-keys.ts';
import {shortNameOf} from '../../src/content/drafts/file-name.ts';
import {NOTE_WORD} from '../../src/content/drafts/new-options.ts';
import type {PageKind} from '../../src/content/drafts/page-kinds.ts';
import {CASE_STUDY_FOLDER, GUIDANCE_FOLDERS, PAGE_KINDS, schemaOf} from '../../src/content/drafts/page-kinds.ts';
import {listWords, nearest} from '../../src/content/nearest.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import type {Run} from '../io.ts';
import {ExitError} from '../io.ts';
import type {Asker} from './asker.ts';
import {checkAnswer, exampleOf} from './check-answer.ts';

/** What is to be written, and where. */
export interface Subject {
  kind: PageKind;
  title: string;
  /** The folder of `docs/` it lies in. */
  folder: string;
  /** The page's id, `approaches/shared-counters`. */
  id: string;
  /** Path from the toolkit's root, with `/`. */
  path: string;
}

/** A name that Docusaurus gives a meaning of its own. */
const TAKEN = 'index';

/**
 * Reads the kind, the title and the folder from the command line, and asks for what is missing at a terminal.
 *
 * @throws {ExitError} for an unknown folder, a title that is no file name, and options that the kind does not have.
 */
export async function findSubject(
  [word, ...rest]: readonly string[],
  options: Parameters<Run>[0],
  config: ToolkitConfig,
  ask: Asker | undefined,
): Promise<Subject> {
  const kind = (word ?? (await ask?.oneOf('What do you begin?', PAGE_KINDS))) as PageKind | undefined;
  if (!kind)
    throw new ExitError(
      `no kind given, expected ${listWords([...PAGE_KINDS, NOTE_WORD])}`,
      `Write \`npm run new -- ${PAGE_KINDS[0]} "Title"\`, for one.`,
    );
  refuseOptionsOfOthers(kind, options);
  const folder = kind === 'case-study' ? CASE_STUDY_FOLDER : await findFolder(options.under, ask);
  const title = await findTitle(kind, rest.join(' ').trim(), config, ask);
  const id = `${folder}/${shortNameOf(title)}`;
  return {kind, title, folder, id, path: `docs/${id}.md`};
}

function refuseOptionsOfOthers(kind: PageKind, options: Parameters<Run>[0]): void {
  const own = askedKeys(schemaOf(kind)).map(({option}) => option);
  const valid = kind === 'page' ? ['under', ...own] : own;
  const stray = Object.keys(options).find((option) => !valid.includes(option));
  if (!stray) return;
  throw new ExitError(
    `option \`--${stray}\` does not belong to a ${kind}, expected ${listWords(valid.map((option) => `--${option}`))}`,
    'Leave it out.',
  );
}

async function findFolder(under: string | boolean | undefined, ask: Asker | undefined): Promise<string> {
  const folder = under ?? (await ask?.oneOf('Where does it belong?', GUIDANCE_FOLDERS));
  const known = GUIDANCE_FOLDERS.find((name) => name === folder);
  if (known) return known;
  const near = typeof folder === 'string' ? nearest(folder, GUIDANCE_FOLDERS) : undefined;
  throw new ExitError(
    `option \`--under\` ${folder === undefined ? 'is missing' : `holds \`${folder}\``}, expected ${listWords(GUIDANCE_FOLDERS)}`,
    near
      ? `Write \`--under ${near}\`, the nearest of these.`
      : `${under === undefined ? 'Add it with' : 'Change it to'} one of these.`,
  );
}

async function findTitle(
  kind: PageKind,
  given: string,
  config: ToolkitConfig,
  ask: Asker | undefined,
): Promise<string> {
  const faultOf = (title: string) => titleFault(kind, title.trim(), config);
  if (given === '' && ask) return (await ask.words('What is its title?', faultOf, exampleOf('title'))).trim();
  const problem = given === '' ? 'no title given, expected the heading of the page' : faultOf(given);
  if (problem) throw new ExitError(problem, `Write it in quotes: \`npm run new -- ${kind} "Title"\`.`);
  return given;
}

function titleFault(kind: PageKind, title: string, config: ToolkitConfig): string | undefined {
  const [fault] = checkAnswer(schemaOf(kind, config), 'title', title);
  if (fault) return fault.problem.replace('`--title`', 'title');
  const name = shortNameOf(title);
  if (name !== '' && name !== TAKEN) return undefined;
  return `title \`${title}\` gives no name for a file, expected letters or figures in it other than \`${TAKEN}\``;
}
