import {applyExceptions} from '../../src/content/exceptions.ts';
import type {DocumentKind} from '../../src/content/page-id.ts';
import {parsePage} from '../../src/content/parsed-page.ts';
import {allowsException, checkPage} from '../../src/content/policy.ts';
import type {Problem} from '../../src/content/problem.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import type {DocumentData} from '../../src/content/source-document.ts';
import {reviveDocument} from '../../src/store/document.ts';
import {loadCheckContext} from '../../src/store/load-check-context.ts';
import {lintMarkdown} from './lint-markdown.ts';
import {lintStructure} from './lint-structure.ts';

/** A page as it goes to a worker, which need not read its front matter again. */
export interface PageFile extends DocumentData {
  kind: DocumentKind;
}

export interface Batch {
  cwd: string;
  config: ToolkitConfig;
  pages: readonly PageFile[];
}

/** Every problem of some pages, a list for each; runs in this thread or in a worker. */
export async function checkBatch({cwd, config, pages}: Batch): Promise<Problem[][]> {
  const context = await loadCheckContext(cwd, config);
  const read = pages.map(({kind, ...data}) => ({kind, document: reviveDocument(data)}));
  // Editions never change: what a linter of today says of them, nobody may mend. Of a page without front matter it
  // would only repeat, in its own words, what the model says.
  const linted = read.filter(
    ({kind, document}) => (kind === 'page' || kind === 'case-study') && document.bodyOffset > 0,
  );
  const documents = linted.map(({document}) => document);
  const structure = Map.groupBy(await lintStructure(cwd, documents), ({path}) => path);
  const found: Problem[][] = [];
  for (const {kind, document} of read) {
    const page = parsePage(kind, document);
    const problems = checkPage(page, context);
    problems.push(...(structure.get(document.path) ?? []));
    if (documents.includes(document)) problems.push(...(await lintMarkdown(page)));
    found.push(applyExceptions(page, problems, allowsException));
  }
  return found;
}
