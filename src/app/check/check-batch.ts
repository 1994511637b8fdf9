import type {DocumentKind} from '../../content/pages/page-id.ts';
import type {Problem} from '../../content/problem.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {DocumentData} from '../../content/source-document.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import {reviveDocument} from '../../io/yaml/document.ts';
import {checkPage} from '../../rules/rule-set.ts';

/** A page for a worker, with its parsed front matter. */
interface PageFile extends DocumentData {
  kind: DocumentKind;
}

export interface Batch {
  cwd: string;
  config: ToolkitConfig;
  pages: readonly PageFile[];
}

/** Checks pages one by one in a worker; returns a list of problems for each. */
export async function checkBatch({cwd, config, pages}: Batch): Promise<Problem[][]> {
  const context = loadCheckContext(cwd, config);
  const found: Problem[][] = [];
  for (const {kind, ...data} of pages) found.push(await checkPage({kind, document: reviveDocument(data)}, context));
  return found;
}
