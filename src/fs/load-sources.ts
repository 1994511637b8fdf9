import {documentKind} from '../model/pages/page-id.ts';
import type {Toolkit} from '../model/toolkit.ts';
import {loadToolkit} from './load-toolkit.ts';
import type {ReadDocument} from './yaml/document.ts';
import {documentOf, readDocument} from './yaml/document.ts';

/** Kinds whose front matter does not matter for links. */
const PAGES: readonly unknown[] = ['page', 'case-study', 'edition-page'];

/**
 * Reads a toolkit without the front matter of its pages: reading the YAML of 1,000 pages takes as long as checking all
 * their links. `pages` and `caseStudies` are empty.
 *
 * @throws {InvalidConfigurationError} where `toolkit.config.ts` is missing or breaks its schema.
 */
export async function loadSources(cwd: string): Promise<Toolkit> {
  return loadToolkit(cwd, readBody);
}

function readBody(path: string, text: string): ReadDocument {
  if (!PAGES.includes(documentKind(path))) return readDocument(path, text);
  return {document: {...documentOf(path, text, {}), frontMatter: undefined}, broken: []};
}
