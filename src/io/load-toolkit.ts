import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire, registerHooks} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {ZodError, z} from 'zod';
import {WORDS_FILE} from '../content/check-context.ts';
import {builtInDirectives} from '../content/extensions/built-in-directives.ts';
import {placeInConfiguration} from '../content/files/configuration-code.ts';
import {VERSIONS_FILE} from '../content/files/edition-files.ts';
import {fileText} from '../content/files/file-text.ts';
import {mayBeAtRoot, setsOnlyLogLevel} from '../content/files/loaded-files.ts';
import {conflictIn, unreadableFile} from '../content/files/unreadable-page.ts';
import {checkFrontMatter, type InvalidData} from '../content/front-matter/check-front-matter.ts';
import {once, oncePer} from '../content/memo.ts';
import {documentKind, isPagePath, pageIdOf, recordedUpdate} from '../content/pages/page-id.ts';
import {compareText, type Fault, type Problem, renderPlace} from '../content/problem.ts';
import {newestPublished} from '../content/records/published.ts';
import {livePath, PUBLISHED_FOLDER, recordedFiles} from '../content/records/published-files.ts';
import {isInManifest} from '../content/records/update-record.ts';
import {NAVIGATION_FILE, type Navigation, navigationSchema} from '../content/schemas/navigation-schema.ts';
import {
  CONFIG_FILE,
  type SettingsData,
  type ToolkitConfig,
  type ToolkitOptions,
  type ToolkitSettings,
  toolkitSchema,
  withNavigation,
} from '../content/schemas/toolkit-schema.ts';
import type {KeyPath} from '../content/source-document.ts';
import {
  buildToolkit,
  type KindedDocument,
  type SourceFile,
  type Toolkit,
  type UnreadFile,
  unreadDocument,
} from '../content/toolkit.ts';
import {ExitError, joinFaults} from './cli/exit-error.ts';
import {fingerprintOf, fingerprintPage, hashOf} from './fingerprint.ts';
import {readDictionary} from './read-dictionary.ts';
import {isLink, readFiles, readRootFile} from './read-files.ts';
import {readManual} from './read-manual.ts';
import {readDocument, readRecord, SYNTAX_FIX, syntaxErrorAt} from './yaml/document.ts';

const FOLDERS = ['docs', 'handbook', 'blog', 'versioned_docs', 'ledgers', 'static'];

/** Files that other programs read: a symbolic link would give them any file of the machine. */
const FOREIGN_SETTINGS = ['sidebars.ts'];

/** The configuration cannot be used: `problems` say why, or data that breaks its schema, for the rules to explain. */
export class InvalidConfigurationError extends ExitError {
  override name = 'InvalidConfigurationError';
  readonly problems: readonly Problem[];
  readonly invalid: InvalidData | undefined;

  constructor(problems: readonly Problem[], invalid?: InvalidData) {
    const toFault = ({path: file, place, problem, fix}: Problem) => ({
      problem: `${renderPlace(file, place)}: ${problem}`,
      fix,
    });
    super(...joinFaults(invalid ? [unexplained(invalid)] : problems.map(toFault)));
    this.problems = problems;
    this.invalid = invalid;
  }
}

/** What a caller shows that does not ask the rules: the words of Zod. */
function unexplained({document, issues}: InvalidData): Fault {
  const found = z.prettifyError(new ZodError([...issues]));
  return {problem: `${document.path} breaks its schema:\n${found}`, fix: 'Run `npm run check`, which explains each.'};
}

/**
 * Reads the toolkit in a folder.
 *
 * @throws {InvalidConfigurationError} where `toolkit.config.ts` or `navigation.json` is missing or breaks its schema.
 */
export async function loadToolkit(cwd: string): Promise<Toolkit> {
  const settings = loadSettings(cwd);
  // Among published files only pages and chart data are needed.
  const {files, unread} = readFiles(cwd, FOLDERS, (file) => !isCopy({path: file}) || isInManifest(file));
  const own = new Set(files.map((file) => file.path));
  files.push(...readManual(settings).filter((file) => !own.has(file.path)), readNavigationFile(cwd));
  for (const file of [WORDS_FILE, VERSIONS_FILE]) {
    const {bytes, reason} = readRootFile(cwd, file);
    if (bytes) files.push({path: file, bytes});
    if (reason) unread.push({path: file, reason});
  }
  const links = FOREIGN_SETTINGS.filter((name) => isLink(path.join(cwd, name)));
  unread.push(...links.map((name) => ({path: name, reason: 'link' as const})));
  const isHarmless = (name: string) => name === '.npmrc' && setsOnlyLogLevel(readRootFile(cwd, name).bytes);
  const foreign = readdirSync(cwd).filter((name) => !mayBeAtRoot(name) && !isHarmless(name));
  unread.push(...foreign.map((name) => ({path: name, reason: 'foreign' as const})));
  return readToolkit(settings, files, unread);
}

/**
 * Builds a toolkit from files without touching the disk.
 *
 * @throws {InvalidConfigurationError} where `navigation.json` is missing or breaks its schema.
 */
export function readToolkit(settings: SettingsData, files: SourceFile[], unread: readonly UnreadFile[] = []): Toolkit {
  const config = readNavigation(
    settings,
    files.find((file) => file.path === NAVIGATION_FILE),
  );
  const [copies, own] = [files.filter(isCopy), files.filter((file) => !isCopy(file))];
  const texts = settledTexts(copies, own);
  const hashes = new Map(
    files.filter((file) => isInManifest(file.path)).map(({path: file, bytes}) => [file, once(() => hashOf(bytes))]),
  );
  const newest = newestPublished(texts, (file, text) => readDocument(file, text).document);
  const directives = [...settings.directives, ...builtInDirectives(config)];
  return buildToolkit(
    config,
    own,
    [
      ...own.flatMap((file) => toDocument(file)).filter((entry) => !isDraft(entry, newest)),
      ...unread.flatMap(unreadIn),
    ],
    {
      fingerprintOf,
      fingerprintPage,
      hashOf,
      dictionary: readDictionary,
      extensions: {collections: settings.collections, features: settings.features, directives},
    },
    unread,
    {...newest, hashes, copies: new Map(copies.map(({path: file, bytes}) => [file, bytes]))},
  );
}

/** The published texts. That of a page is not known while git has a conflict in one of them: its live text counts. */
function settledTexts(copies: readonly SourceFile[], own: readonly SourceFile[]): {path: string; text: string}[] {
  const texts = copies.map(({path: file, bytes}) => ({path: file, text: DECODER.decode(bytes)}));
  const records = recordedFiles(copies.filter((_, index) => conflictIn(texts[index]?.text ?? '') !== undefined));
  for (const {name} of records) {
    const live = own.find(({path: file}) => file === livePath({name}));
    const versions = texts.filter(({path: file}) => file.endsWith(`/${name}`));
    for (const version of versions) version.text = DECODER.decode(live?.bytes);
  }
  return texts;
}

/** Whether a file is a published text, not current content or a record. */
function isCopy({path: file}: Pick<SourceFile, 'path'>): boolean {
  return file.startsWith(`${PUBLISHED_FOLDER}/`) && recordedUpdate(file) === undefined;
}

/** Keeps a byte-order mark, so that a rule can find it. */
const DECODER = new TextDecoder('utf-8', {ignoreBOM: true});

function toDocument(file: SourceFile): KindedDocument[] {
  const {path: filePath, bytes, isManual} = file;
  const kind = documentKind(filePath);
  if (!kind) return [];
  if (unreadableFile(file)) return [unreadDocument(kind, filePath)];
  const text = fileText(bytes);
  if (text === undefined) return [];
  const document = filePath.endsWith('.json') ? readRecord(filePath, text) : readDocument(filePath, text);
  return [{kind, ...document, ...(isManual && {isManual})}];
}

/** Whether a page is left out: it says `draft: true`, and readers have not seen it. */
function isDraft({document: {path: file, frontMatter}}: KindedDocument, {ids}: {ids: ReadonlySet<string>}): boolean {
  return frontMatter?.draft === true && isPagePath(file) && !ids.has(pageIdOf(file));
}

/** Files that exist but could not be read still count as documents; folders do not. */
function unreadIn({path: filePath, reason}: UnreadFile): KindedDocument[] {
  const kind = documentKind(filePath);
  return kind && reason !== 'folder' ? [unreadDocument(kind, filePath)] : [];
}

/**
 * Loads and checks `toolkit.config.ts` and `navigation.json`.
 *
 * @throws {InvalidConfigurationError} where one of them is missing, cannot be read or breaks its schema.
 */
export function loadConfig(cwd: string): ToolkitConfig {
  return readNavigation(loadSettings(cwd), readNavigationFile(cwd));
}

/** The texts of the site in a language that the engine does not have. */
export function translationFile(language = ''): string {
  return `languages/${/^[a-z]*/.exec(language)?.[0]}.json`;
}

/** The settings of each folder: the module system of Node loads a configuration once in a process, too. */
const settingsOf = new Map<string, ToolkitSettings>();

/**
 * Loads and checks `toolkit.config.ts` alone.
 *
 * @throws {InvalidConfigurationError} where it is missing, cannot be read or breaks its schema.
 */
export function loadSettings(cwd: string): ToolkitSettings {
  const file = path.join(cwd, CONFIG_FILE);
  const known = settingsOf.get(file);
  if (known) return known;
  if (isLink(file)) {
    throw refused(
      'file is a symbolic link, expected the configuration itself: it runs as code',
      'Replace the link with a copy of the file.',
    );
  }
  requireConfiguration(cwd);
  try {
    const written = exported(file);
    const {language, labels} = written as ToolkitOptions;
    const translation = path.join(cwd, translationFile(language));
    const texts: object = existsSync(translation) ? JSON.parse(readFileSync(translation, 'utf8')) : {};
    const settings = toolkitSchema.parse({...(written as object), labels: {...texts, ...labels}}, {reportInput: true});
    // It adds the features: without it a toolkit would silently have none.
    if (!Object.hasOwn(written as object, 'features')) {
      throw refused(
        'exports plain settings, expected those of `defineToolkit`',
        'Write `export default defineToolkit({...});`.',
      );
    }
    requireThemeFiles(cwd, settings);
    settingsOf.set(file, settings);
    return settings;
  } catch (error) {
    if (error instanceof InvalidConfigurationError) throw error;
    if (!(error instanceof ZodError)) throw new InvalidConfigurationError([unreadable(error as Error, cwd)]);
    const text = readFileSync(file, 'utf8');
    const document = {path: CONFIG_FILE, placeOf: (keyPath: KeyPath) => placeInConfiguration(text, keyPath)};
    throw new InvalidConfigurationError([], {document, schema: toolkitSchema, issues: error.issues});
  }
}

/**
 * Looks whether a folder is that of a toolkit, without loading anything.
 *
 * @throws {InvalidConfigurationError} where it is not.
 */
export function requireConfiguration(cwd: string): void {
  if (existsSync(path.join(cwd, CONFIG_FILE))) return;
  throw refused(
    'no configuration found, expected the file that names the toolkit',
    'Run the command from the folder that holds `toolkit.config.ts`.',
  );
}

function requireThemeFiles(cwd: string, {theme: {logo, fonts}}: ToolkitSettings): void {
  const files = [
    {key: 'theme.logo', file: logo, kind: 'a picture'},
    ...Object.entries(fonts).map(([use, font]) => ({
      key: `theme.fonts.${use}`,
      file: typeof font === 'string' ? undefined : font.file,
      kind: 'a font',
    })),
  ];
  for (const {key, file, kind} of files) {
    if (file === undefined || existsSync(path.join(cwd, 'static', file))) continue;
    const problem = `\`${key}\` names \`static/${file}\`, which does not exist, expected ${kind} in \`static/\``;
    throw refused(problem, 'Add the file, or remove the key.');
  }
}

/**
 * Reads `navigation.json`, which holds data and never runs.
 *
 * @throws {InvalidConfigurationError} where it is a link or cannot be read; a missing file has no bytes.
 */
export function readNavigationFile(cwd: string): SourceFile {
  const {bytes, reason} = readRootFile(cwd, NAVIGATION_FILE);
  if (bytes) return {path: NAVIGATION_FILE, bytes};
  const problem =
    reason === undefined
      ? 'no navigation found, expected the file that holds the sidebars and the links of every page'
      : `file cannot be read (${reason === 'link' ? 'it is a symbolic link' : reason}), expected a file of JSON`;
  const fix = 'Write the file: its keys are explained in `src/content/schemas/navigation-schema.ts`.';
  throw new InvalidConfigurationError([{...invalid(problem, fix), path: NAVIGATION_FILE}]);
}

/** The configuration of each text of the navigation, by the settings. */
const configsOf = oncePer((_settings: SettingsData) => new Map<string, ToolkitConfig>());

function readNavigation(settings: SettingsData, file: SourceFile | undefined): ToolkitConfig {
  const text = DECODER.decode(file?.bytes);
  const configs = configsOf(settings);
  const config = configs.get(text) ?? parseNavigation(settings, text);
  configs.set(text, config);
  return config;
}

function parseNavigation(settings: SettingsData, text: string): ToolkitConfig {
  const {document, broken} = readRecord(NAVIGATION_FILE, text);
  if (broken.length > 0) {
    throw new InvalidConfigurationError(
      broken.map((fault) => ({...fault, ...invalid(fault.problem, fault.fix), path: fault.path})),
    );
  }
  const {data, invalid: broke} = checkFrontMatter(document, navigationSchema(settings));
  if (!data) throw new InvalidConfigurationError([], broke);
  // Sidebars stay as written: an edition stores them byte for byte as Docusaurus would.
  const {sidebars} = document.frontMatter as Pick<Navigation, 'sidebars'>;
  return withNavigation(settings, {...data, ...(sidebars && {sidebars})});
}

function exported(file: string): unknown {
  // `require` loads TypeScript and ES modules in Node 24. `import` would warn, because the root package has no "type":
  // with one, Docusaurus could not load the CommonJS that it generates.
  const loaded = modulesOf.get(file) ?? new Set<string>();
  modulesOf.set(file, loaded);
  const hooks = registerHooks({
    load: (url, context, next) => {
      loaded.add(url);
      return next(url, context);
    },
  });
  try {
    const {default: config} = createRequire(file)(file) as {default?: unknown};
    if (config === undefined) throw new Error('it exports none');
    return config;
  } finally {
    hooks.deregister();
  }
}

/** The modules of each configuration file, recorded when it was loaded first. */
const modulesOf = new Map<string, Set<string>>();

/**
 * The files of the configuration's code: `toolkit.config.ts` and the modules that it imports, without packages. What own
 * rules find depends on them.
 */
export function configurationFiles(cwd: string): string[] {
  const file = path.join(cwd, CONFIG_FILE);
  try {
    loadSettings(cwd);
  } catch {
    // Loading the toolkit reports the mistake.
  }
  const files = [...(modulesOf.get(file) ?? [])]
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url));
  return [file, ...files.filter((name) => !name.includes(`${path.sep}node_modules${path.sep}`)).sort(compareText)];
}

/** A hash of the code of the toolkit's own directives and rules; empty if it has none. */
export function directiveCode(
  cwd: string,
  {directives, own_rules: rules}: Pick<ToolkitConfig, 'directives' | 'own_rules'>,
): string {
  if (directives.length + rules.length === 0) return '';
  return configurationFiles(cwd)
    .map((file) => hashOf(readFileSync(file)))
    .join(' ');
}

/** How Node begins the stack of a syntax error: the file, the line, and the line itself with the mistake marked, unless the file ends there. */
const MARKED_RE = /^(?<file>.+):(?<line>\d+)\n(?:.*\n)*?(?<code>.*)\n(?:(?<indent>\s*)\^+)?\n/;

/** A mistake in the code of the configuration or of a module that it imports, with its line where Node reports one. */
function unreadable({name, message, stack = ''}: Error, cwd: string): Problem {
  const {file = '', line, code = '', indent} = (name === 'SyntaxError' && MARKED_RE.exec(stack)?.groups) || {};
  if (line !== undefined) {
    const found = syntaxErrorAt(indent === undefined ? '' : code.slice(indent.length));
    return {
      ...invalid(`${found}, expected code that can be read`, SYNTAX_FIX),
      path: path
        .relative(cwd, file.startsWith('file:') ? fileURLToPath(file) : file)
        .split(path.sep)
        .join('/'),
      place: {line: Number(line), column: (indent?.length ?? code.length) + 1},
    };
  }
  const [reason = ''] = message.replaceAll(cwd + path.sep, '').split('\n', 1);
  const [, at, column] = /toolkit\.config\.ts:(\d+)(?::(\d+))?/.exec(stack) ?? [];
  return {
    ...invalid(
      `file cannot be read (${reason.replace(/\.$/, '')}), expected the configuration as its default export`,
      'Fix the file, or undo the change that broke it.',
    ),
    place: at === undefined ? undefined : {line: Number(at), column: Number(column ?? 1)},
  };
}

function refused(problem: string, fix: string): InvalidConfigurationError {
  return new InvalidConfigurationError([invalid(problem, fix)]);
}

function invalid(problem: string, fix: string): Problem {
  return {path: CONFIG_FILE, severity: 'error', ruleId: 'no-invalid-configuration', problem, fix};
}
