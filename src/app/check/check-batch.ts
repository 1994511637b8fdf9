import {placePagesAt} from '../../content/addresses/addresses.ts';
import type {DocumentKind} from '../../content/pages/page-id.ts';
import type {Problem} from '../../content/problem.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {DocumentData} from '../../content/source-document.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import {reviveDocument} from '../../io/yaml/document.ts';
import {checkPage} from '../../rules/rule-set.ts';
import {drainLookups, type Lookups, restoreLookups} from '../../rules/text/spelling.ts';

/** A page for a worker, with its parsed front matter. */
interface PageFile extends DocumentData {
  kind: DocumentKind;
}

export interface Batch {
  cwd: string;
  config: ToolkitConfig;
  pages: readonly PageFile[];
  /** Known results of the dictionary. */
  lookups: Lookups;
}

/** The result of checking a batch. */
export interface CheckedBatch {
  /** A list of problems for each page. */
  found: Problem[][];
  /** New results of the dictionary. */
  lookups: Lookups;
}

/** Checks pages one by one in a worker. */
export async function checkBatch({cwd, config, pages, lookups}: Batch): Promise<CheckedBatch> {
  placePagesAt(config.pages_at);
  const context = loadCheckContext(cwd, config);
  restoreLookups(context.dictionary, lookups);
  const found: Problem[][] = [];
  for (const {kind, ...data} of pages) found.push(await checkPage({kind, document: reviveDocument(data)}, context));
  return {found, lookups: drainLookups(context.dictionary)};
}
