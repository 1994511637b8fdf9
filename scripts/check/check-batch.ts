import {applyExceptions} from '../../src/checks/exceptions.ts';
import {checkPage, EXCEPTION_RULES, tooMuchToJudge} from '../../src/checks/policy.ts';
import type {Verdicts} from '../../src/checks/prose/spelling.ts';
import {recallVerdicts, takeVerdicts} from '../../src/checks/prose/spelling.ts';
import {loadCheckContext} from '../../src/fs/load-check-context.ts';
import {reviveDocument} from '../../src/fs/yaml/document.ts';
import {parsePage} from '../../src/markdown/parsed-page.ts';
import type {DocumentKind} from '../../src/model/pages/page-id.ts';
import type {Problem} from '../../src/model/problem.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';
import type {DocumentData, SourceDocument} from '../../src/model/source-document.ts';
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
  /** What the dictionary is known to say. */
  verdicts: Verdicts;
}

/** What was found on the pages of a batch. */
export interface CheckedBatch {
  /** Every problem, a list for each page. */
  found: Problem[][];
  /** What the dictionary said of words that were new to it. */
  verdicts: Verdicts;
}

/** Checks some pages, each alone; runs in this thread or in a worker. */
export async function checkBatch({cwd, config, pages, verdicts}: Batch): Promise<CheckedBatch> {
  const context = await loadCheckContext(cwd, config);
  recallVerdicts(context.dictionary, verdicts);
  const read = pages.map(({kind, ...data}) => ({kind, document: reviveDocument(data)}));
  // Editions never change: what a linter of today says of them, nobody may mend. Of a page without front matter it
  // would only repeat, in its own words, what the model says.
  const linted = read.filter(
    ({kind, document}) => (kind === 'page' || kind === 'case-study') && document.bodyOffset > 0,
  );
  const documents = linted.map(({document}) => document);
  const structure = await structureOf(documents);
  const found: Problem[][] = [];
  for (const {kind, document} of read) {
    try {
      const page = parsePage(kind, document);
      const problems = [
        ...checkPage(page, context),
        ...(structure.get(document.path) ?? []),
        ...(documents.includes(document) ? await lintMarkdown(page) : []),
      ];
      found.push(applyExceptions(page, problems, EXCEPTION_RULES));
    } catch (error) {
      found.push([tooMuchToJudge(document.path, error)]);
    }
  }
  return {found, verdicts: takeVerdicts(context.dictionary)};
}

/** What the linter found on each document; where it fails on one of them, each is given to it alone. */
async function structureOf(documents: readonly SourceDocument[]): Promise<ReadonlyMap<string, Problem[]>> {
  try {
    return Map.groupBy(await lintStructure(documents), ({path}) => path);
  } catch (error) {
    const [document, ...others] = documents;
    if (!document) throw error;
    if (others.length === 0) return new Map([[document.path, [tooMuchToJudge(document.path, error)]]]);
    const each = await Promise.all(documents.map((one) => structureOf([one])));
    return new Map(each.flatMap((found) => [...found]));
  }
}
