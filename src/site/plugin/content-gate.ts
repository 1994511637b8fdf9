import type {MarkdownPlugins} from '../../content/extensions/markdown-plugins.ts';
import type {Problem} from '../../content/problem.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {withinTime} from '../../io/time-limit.ts';
import {noBrokenLink} from '../../rules/model/no-broken-link.ts';
import {noLostAddress} from '../../rules/public-record/no-lost-address.ts';
import {renderText} from '../../rules/report/render-text.ts';
import {checkModel, checkSafety, TOOLKIT_RULES} from '../../rules/rule-set.ts';
import {exitOnErrors} from '../after-build/exit-on-errors.ts';
import {MarkdownPluginError} from '../render/markdown-plugins.ts';
import {type BodyOptions, bodyOptionsOf, draftBodyOf} from '../render/page-body.ts';

/**
 * Reads the toolkit, and ends the build where a page breaks the model or could do harm, even where `docusaurus` is run
 * by hand. The plugin calls it before any other plugin reads a page.
 */
export async function loadSafeToolkit(
  siteDir: string,
  today: string,
  markdown?: MarkdownPlugins | undefined,
): Promise<Toolkit> {
  const toolkit = withMarkdown(await loadToolkit(siteDir), markdown);
  const context = loadCheckContext(siteDir, toolkit.config);
  const unsafe = checkSafety(toolkit.documents, context);
  const failed = markdown ? failuresOf(toolkit, bodyOptionsOf(toolkit, context.directiveCode)) : [];
  exitOnErrors([...modelProblems(toolkit, today), ...unsafe, ...failed], toolkit.files.length);
  return toolkit;
}

/** How a plugin of the publisher fails on the pages of the site: each failure once, on the first page. */
function failuresOf(toolkit: Toolkit, options: BodyOptions): Problem[] {
  const reported = new Set<string>();
  const pages = [...allPages(toolkit), ...toolkit.editions.flatMap((edition) => edition.pages)];
  const shown = new Set(pages.map(({document}) => document.path));
  return toolkit.documents.flatMap((entry): Problem[] => {
    const {path} = entry.document;
    try {
      if (shown.has(path)) draftBodyOf(entry, options);
      return [];
    } catch (error) {
      if (!(error instanceof MarkdownPluginError)) throw error;
      if (reported.has(error.message)) return [];
      reported.add(error.message);
      const problem = `a remark or rehype plugin failed on this page: ${error.message}, expected one that is not asynchronous and sets only classes`;
      const fix = 'Correct the plugin, or remove it from `docusaurus.config.ts`.';
      return [{path, severity: 'error', ruleId: 'no-invalid-configuration', problem, fix}];
    }
  });
}

/** The toolkit, whose pages the plugins of the configuration of Docusaurus change. */
export function withMarkdown(toolkit: Toolkit, markdown: MarkdownPlugins | undefined): Toolkit {
  return markdown ? {...toolkit, extensions: {...toolkit.extensions, markdown}} : toolkit;
}

/**
 * Links are left to the check of the built site: a page can be shown before the pages that it links to exist. A site for
 * colleagues may have another address.
 */
function modelProblems(toolkit: Toolkit, today: string): Problem[] {
  const isLeft = [noBrokenLink, ...(process.env.TOOLKIT_STAGING === '1' ? [noLostAddress] : [])];
  const rules = TOOLKIT_RULES.filter(([rule]) => !isLeft.includes(rule));
  return checkModel(toolkit, today, rules, withinTime);
}

/** What breaks the model, as text for the author of a page that cannot be shown; empty where nothing does. */
export function explainErrors(toolkit: Toolkit, today: string): string {
  return renderText(modelProblems(toolkit, today).filter(({severity}) => severity === 'error'));
}
