import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {ZodError} from 'zod';
import {explainIssue} from '../content/check-front-matter.ts';
import {documentKind} from '../content/page-id.ts';
import type {Problem} from '../content/problem.ts';
import {compareText} from '../content/problem.ts';
import {isText} from '../content/rules/no-unreadable-file.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';
import {toolkitSchema} from '../content/schemas/toolkit-schema.ts';
import type {KindedDocument, SourceFile, Toolkit} from '../content/toolkit.ts';
import {buildToolkit} from '../content/toolkit.ts';
import {readDocument, readRecord} from './document.ts';
import {fingerprintOf} from './fingerprint.ts';

const CONFIG_FILE = 'toolkit.config.ts';
const FOLDERS = ['docs', 'handbook', 'blog', 'versioned_docs', 'ledgers'];

/** Texts as they were published: records, not content. */
const RECORDS = path.join('blog', '_published');

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
 * Reads the toolkit in a folder.
 *
 * @throws {InvalidConfigurationError} where `toolkit.config.ts` is missing or breaks its schema.
 */
export async function loadToolkit(cwd: string): Promise<Toolkit> {
  return readToolkit(loadConfig(cwd), await readFiles(cwd));
}

/** Turns files into a toolkit; pure, so that examples and tests need no disk. */
export function readToolkit(config: ToolkitConfig, files: SourceFile[]): Toolkit {
  return buildToolkit(config, files, files.flatMap(toDocument), fingerprintOf);
}

function toDocument({path: filePath, bytes}: SourceFile): KindedDocument[] {
  const kind = documentKind(filePath);
  if (!kind || !isText(bytes)) return [];
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
  if (text.trim() === '') return [];
  return [{kind, ...(filePath.endsWith('.json') ? readRecord(filePath, text) : readDocument(filePath, text))}];
}

/**
 * Loads and checks `toolkit.config.ts`.
 *
 * @throws {InvalidConfigurationError} where it is missing or breaks its schema.
 */
export function loadConfig(cwd: string): ToolkitConfig {
  const file = path.join(cwd, CONFIG_FILE);
  if (!existsSync(file)) {
    throw new InvalidConfigurationError([
      invalid(
        'no configuration found, expected the file that names the toolkit',
        'Run the command from the folder that holds `toolkit.config.ts`.',
      ),
    ]);
  }
  try {
    // `require` loads TypeScript and ES modules alike in Node 24; `import` would warn, for the root package
    // has no "type": Docusaurus writes CommonJS into `build/` and would stumble over one.
    return (createRequire(file)(file) as {default: ToolkitConfig}).default;
  } catch (error) {
    if (error instanceof ZodError) {
      const document = {path: CONFIG_FILE, placeOf: () => undefined};
      const findings = error.issues.flatMap((issue) => explainIssue(document, toolkitSchema, issue));
      throw new InvalidConfigurationError(findings.map(({problem, fix}) => invalid(problem, fix)));
    }
    throw error;
  }
}

function invalid(problem: string, fix: string): Problem {
  return {path: CONFIG_FILE, severity: 'error', ruleId: 'no-invalid-configuration', problem, fix};
}

/** Every file of the content folders, in the same order on every machine. */
async function readFiles(cwd: string): Promise<SourceFile[]> {
  const found = await Promise.all(FOLDERS.map((folder) => listFiles(cwd, folder)));
  const paths = found.flat().filter((file) => !file.startsWith(RECORDS + path.sep));
  const files = await Promise.all(
    paths.map(async (file) => ({path: toPosix(file), bytes: await readFile(path.join(cwd, file))})),
  );
  return files.sort((a, b) => compareText(a.path, b.path));
}

async function listFiles(cwd: string, folder: string): Promise<string[]> {
  if (!existsSync(path.join(cwd, folder))) return [];
  const entries = await readdir(path.join(cwd, folder), {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile() && entry.name !== '.gitkeep')
    .map((entry) => path.relative(cwd, path.join(entry.parentPath, entry.name)));
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/');
}
