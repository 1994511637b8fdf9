import type {DocusaurusConfig} from '@docusaurus/types';
import type {Root as HtmlRoot} from 'hast';
import type {Root} from 'mdast';
import {type PluggableList, unified} from 'unified';
import {VFile} from 'vfile';
import type {MarkdownPlugins} from '../../content/extensions/markdown-plugins.ts';
import {readAlerts} from '../../content/markdown/parse-markdown.ts';
import {remarkSyntax} from '../../content/markdown/remark-parser.ts';
import {visit} from '../../content/markdown/visit.ts';
import {once} from '../../content/memo.ts';
import type {SourceDocument} from '../../content/source-document.ts';

/** The options of Docusaurus' content plugins for the Markdown of pages. */
const KEYS = ['beforeDefaultRemarkPlugins', 'remarkPlugins', 'beforeDefaultRehypePlugins', 'rehypePlugins'] as const;

type MarkdownOptions = Partial<Record<(typeof KEYS)[number], PluggableList>>;

/** A plugin of the publisher failed on a page. */
export class MarkdownPluginError extends Error {
  override name = 'MarkdownPluginError';
}

/** The plugins of the docs and of the blog: they run in the renderer of the engine as they would in Docusaurus'. */
export function markdownPluginsOf({
  presets,
  plugins,
}: Pick<DocusaurusConfig, 'presets' | 'plugins'>): MarkdownPlugins | undefined {
  const entries = [...presets, ...plugins].flatMap((entry) => (Array.isArray(entry) ? [entry[1] as object] : []));
  const options = entries.flatMap((given): MarkdownOptions[] => [given, ...Object.values(given)]);
  const listOf = (key: (typeof KEYS)[number]) => [
    ...new Map(options.flatMap((each) => (each?.[key] ?? []).map((plugin) => [keyOf(plugin), plugin]))).values(),
  ];
  const remark = [...listOf('beforeDefaultRemarkPlugins'), ...listOf('remarkPlugins')];
  const rehype = [...listOf('beforeDefaultRehypePlugins'), ...listOf('rehypePlugins')];
  if (remark.length + rehype.length === 0) return undefined;
  // Sätteri's syntax cannot be extended.
  const syntax = once(() => {
    const {micromarkExtensions, fromMarkdownExtensions} = unified().use(remark).freeze().data();
    return (micromarkExtensions ?? fromMarkdownExtensions) && remarkSyntax().use(remark).freeze();
  });
  const run = <Tree extends Root | HtmlRoot>(
    list: PluggableList,
    tree: Tree,
    {path, text, body}: SourceDocument,
  ): Tree => {
    if (list.length === 0) return tree;
    try {
      // Spaces in place of the front matter, so that places stay.
      const front = text.slice(0, text.length - body.length).replace(/\S/g, ' ');
      const extended = list === remark ? syntax()?.parse(front + body) : undefined;
      return unified()
        .use(list)
        .runSync(extended ? readAlerts(extended) : (tree as Root), new VFile({path, value: text})) as Tree;
    } catch (error) {
      const names = list.map((plugin) => `\`${[plugin].flat()[0]?.name || 'without a name'}\``).join(', ');
      throw new MarkdownPluginError(`${error instanceof Error ? error.message : error} (one of ${names})`);
    }
  };
  return {
    key: [...remark, ...rehype].map(keyOf).join('\n'),
    onMarkdown: (tree, document) => run(remark, tree, document),
    onHtml: (tree, document) => {
      const changed = run(rehype, tree, document);
      visit(changed, 'element', ({tagName, properties}) => {
        if (properties.style === undefined) return;
        throw new MarkdownPluginError(
          `it sets \`style\` of \`<${tagName}>\`, which the security policy of pages forbids`,
        );
      });
      return changed;
    },
  };
}

function keyOf(plugin: unknown): string {
  return JSON.stringify(plugin, (_, value) => (typeof value === 'function' ? `${value.name} ${value}` : value));
}
