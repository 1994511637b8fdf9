import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {ZodError} from 'zod';
import {WORDS_FILE} from '../content/check-context.ts';
import {explainIssue} from '../content/check-front-matter.ts';
import {fileText} from '../content/file-text.ts';
import {once} from '../content/once.ts';
import {documentKind} from '../content/page-id.ts';
import type {Problem} from '../content/problem.ts';
import {isVouchedFor} from '../content/publish/update-record.ts';
import {newestPublished} from '../content/published.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';
import {toolkitSchema} from '../content/schemas/toolkit-schema.ts';
import type {Sidebar} from '../content/sidebar.ts';
import type {KindedDocument, SourceFile, Toolkit, UnreadFile} from '../content/toolkit.ts';
import {buildToolkit, unreadDocument} from '../content/toolkit.ts';
import {unreadablePage} from '../content/unreadable-page.ts';
import {readDocument, readRecord} from './document.ts';
import {fingerprintOf, hashOf} from './fingerprint.ts';
import {loadSidebar, SIDEBARS_FILE} from './load-sidebar.ts';
import {isLink, readFiles, readRootFile} from './read-files.ts';

const CONFIG_FILE = 'toolkit.config.ts';
const FOLDERS = ['docs', 'handbook', 'blog', 'versioned_docs', 'ledgers', 'static'];

/** What other programs read: a link would give them any file of the machine. */
const SETTINGS = [SIDEBARS_FILE, 'versions.json'];

const PUBLISHED_FOLDER = 'blog/_published';

/** The configuration cannot be used; `problems` say why, with what to do. */
export class InvalidConfigurationError extends Error {
  override name = 'InvalidConfigurationError';
  problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({problem}) => problem).join('; '));
    this.problems = problems;
  }
}

/**
 * Reads the toolkit in a folder. `read` may know documents from before: of what a check of many pages reads, YAML takes
 * the longest.
 *
 * @throws {InvalidConfigurationError} where `toolkit.config.ts` is missing or breaks its schema.
 */
export async function loadToolkit(cwd: string, read = readDocument): Promise<Toolkit> {
  const config = loadConfig(cwd);
  const {files, unread} = readFiles(cwd, FOLDERS, isWanted);
  const words = readRootFile(cwd, WORDS_FILE);
  if (words.bytes) files.push({path: WORDS_FILE, bytes: words.bytes});
  if (words.reason) unread.push({path: WORDS_FILE, reason: words.reason});
  const links = SETTINGS.filter((name) => isLink(path.join(cwd, name)));
  unread.push(...links.map((name) => ({path: name, reason: 'link' as const})));
  return readToolkit(config, files, loadSidebar(cwd, files), unread, read);
}

/** Of published texts, those of pages alone tell what is live. */
function isWanted(file: string): boolean {
  return !file.startsWith(`${PUBLISHED_FOLDER}/`) || isVouchedFor(file);
}

/** Turns files into a toolkit; pure, so that examples and tests need no disk. */
export function readToolkit(
  config: ToolkitConfig,
  files: SourceFile[],
  sidebar?: Sidebar,
  unread: UnreadFile[] = [],
  read = readDocument,
): Toolkit {
  const [copies, own] = [files.filter(isCopy), files.filter((file) => !isCopy(file))];
  const texts = copies.map(({path: file, bytes}) => ({path: file, text: DECODER.decode(bytes)}));
  const hashes = new Map(
    files.filter((file) => isVouchedFor(file.path)).map(({path: file, bytes}) => [file, once(() => hashOf(bytes))]),
  );
  const newest = newestPublished(texts, (file, text) => read(file, text).document);
  return buildToolkit(
    config,
    own,
    [...own.flatMap((file) => toDocument(file, read)), ...unread.flatMap(unreadIn)],
    fingerprintOf,
    sidebar,
    unread,
    {...newest, hashes},
  );
}

/** Texts as they were published: records, and no content of today. */
function isCopy({path: file}: SourceFile): boolean {
  return file.startsWith(`${PUBLISHED_FOLDER}/`);
}

/** A byte-order mark is kept: a rule finds it. */
const DECODER = new TextDecoder('utf-8', {ignoreBOM: true});

function toDocument({path: filePath, bytes}: SourceFile, read: typeof readDocument): KindedDocument[] {
  const kind = documentKind(filePath);
  if (!kind) return [];
  if (filePath.endsWith('.md') && unreadablePage(bytes)) return [unreadDocument(kind, filePath)];
  const text = fileText(bytes);
  if (text === undefined || text.trim() === '') return [];
  return [{kind, ...(filePath.endsWith('.json') ? readRecord(filePath, text) : read(filePath, text))}];
}

/** What is there and was not read is named elsewhere all the same; a folder is no page, whatever it is called. */
function unreadIn({path: filePath, reason}: UnreadFile): KindedDocument[] {
  const kind = documentKind(filePath);
  return kind && reason !== 'folder' ? [unreadDocument(kind, filePath)] : [];
}

/**
 * Loads and checks `toolkit.config.ts`.
 *
 * @throws {InvalidConfigurationError} where it is missing, cannot be read or breaks its schema.
 */
export function loadConfig(cwd: string): ToolkitConfig {
  const file = path.join(cwd, CONFIG_FILE);
  if (isLink(file)) {
    throw new InvalidConfigurationError([
      invalid(
        'file is a symbolic link, expected the configuration itself: it runs as code',
        'Remove the link, and put a copy of the file here.',
      ),
    ]);
  }
  if (!existsSync(file)) {
    throw new InvalidConfigurationError([
      invalid(
        'no configuration found, expected the file that names the toolkit',
        'Run the command from the folder that holds `toolkit.config.ts`.',
      ),
    ]);
  }
  try {
    // What `defineToolkit` has completed stays as it is; an export without it is completed here.
    return toolkitSchema.parse(exported(file), {reportInput: true});
  } catch (error) {
    if (!(error instanceof ZodError)) throw new InvalidConfigurationError([unreadable(error as Error, cwd)]);
    const document = {path: CONFIG_FILE, placeOf: () => undefined};
    const findings = error.issues.flatMap((issue) => explainIssue(document, toolkitSchema, issue));
    throw new InvalidConfigurationError(findings.map(({problem, fix}) => invalid(problem, fix)));
  }
}

function exported(file: string): unknown {
  // `require` loads TypeScript and ES modules alike in Node 24; `import` would warn, for the root package
  // has no "type": Docusaurus writes CommonJS into `build/` and would stumble over one.
  const {default: config} = createRequire(file)(file) as {default?: unknown};
  if (config === undefined) throw new Error('it exports none');
  return config;
}

/** A slip of whoever edited the file; its line is told where Node names it. */
function unreadable({message, stack = ''}: Error, cwd: string): Problem {
  const [reason = ''] = message.replaceAll(cwd + path.sep, '').split('\n', 1);
  const [, line, column] = /toolkit\.config\.ts:(\d+)(?::(\d+))?/.exec(stack) ?? [];
  const at = line === undefined ? '' : `, at line ${line}${column === undefined ? '' : `, column ${column}`}`;
  return invalid(
    `file cannot be read (${reason.replace(/\.$/, '')}${at}), expected the configuration as its default export`,
    'Mend the file, or take back the change that broke it.',
  );
}

function invalid(problem: string, fix: string): Problem {
  return {path: CONFIG_FILE, severity: 'error', ruleId: 'no-invalid-configuration', problem, fix};
}
