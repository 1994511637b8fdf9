import {documentKind} from '../model/pages/page-id.ts';
import type {Toolkit} from '../model/toolkit.ts';
import {loadToolkit} from './load-toolkit.ts';
import type {ReadDocument} from './yaml/document.ts';
import {documentOf, readDocument} from './yaml/document.ts';

/** Whose front matter only says what links do not ask. */
const PAGES: readonly unknown[] = ['page', 'case-study', 'edition-page'];

/**
 * Reads a toolkit for those who ask where its pages lie and what is on record, and not what their front matter says:
 * of 1,000 pages, YAML takes as long as all their links. `pages` and `caseStudies` are empty.
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
