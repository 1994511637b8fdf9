import type {ListItem} from 'mdast';
import {reviewSummary} from '../../changes/freshness/review-labels.ts';
import {versionOf} from '../../changes/updates/history.ts';
import {absoluteUrl} from '../../content/addresses/addresses.ts';
import {withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {documentParts} from '../../content/pages/document-parts.ts';
import {allPages} from '../../content/toolkit.ts';
import {heading, link, list, listItem, paragraph, stringify, text} from '../../format/markdown-nodes.ts';
import {textOf} from '../../language/text.ts';
import {API_INDEX, markdownAddress} from './addresses.ts';
import {type ApiSource, shownHistory} from './api-source.ts';

/** How many pages of a group it lists: the index of the API, which it names, has all of them in bounded files. */
const MAX_LISTED = 100;

/** A list of the pages as Markdown for language models, with the version and the last review of each: https://llmstxt.org */
export function renderLlmsText(
  source: ApiSource,
  files: readonly (readonly [address: string, title: string, type: string])[],
): string {
  const {toolkit, records} = source;
  const {title, description} = toolkit.config;
  const words = textOf(toolkit.config);
  const {data: t, names} = words;
  const descriptions = new Map(allPages(toolkit).map(({id, data}) => [id, data.description]));
  const item = (address: string, label: string, about = ''): ListItem =>
    listItem([paragraph([link(absoluteUrl(source, address), [text(label)]), text(about && `: ${about}`)])]);
  const aboutPage = (id: string): string => {
    const version = versionOf(shownHistory(source, id), records.updates);
    // What was never published cannot have been checked since.
    const checked =
      reviewSummary(records.pages[id]?.freshness ?? {}, words) ?? (version && `${words.review.notChecked}.`);
    return [descriptions.get(id), version && t.version({version}), checked].filter(Boolean).join(' ');
  };
  const byLabel = Map.groupBy(documentParts(toolkit), ({label = names.guidance}) => label);
  const groups = [...byLabel].flatMap(([label, parts]) => {
    const pages = withoutWithdrawn(parts.flatMap(({sections}) => sections)).slice(0, MAX_LISTED);
    return [
      heading(2, [text(label)]),
      list(pages.map(({id, address, title: name}) => item(markdownAddress(address), name, aboutPage(id)))),
    ];
  });
  return `${stringify([
    heading(1, [text(title)]),
    ...(description ? [{type: 'blockquote' as const, children: [paragraph([text(description)])]}] : []),
    paragraph([text(t.lead)]),
    ...groups,
    // The name of this section has a meaning for programs.
    heading(2, [text('Optional')]),
    list([item(API_INDEX, names.allPages), ...files.map(([address, name]) => item(address, name))]),
  ])}\n`;
}
