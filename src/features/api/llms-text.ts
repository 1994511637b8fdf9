import type {ListItem} from 'mdast';
import {reviewSummary} from '../../changes/reviews/review-labels.ts';
import {versionOf} from '../../changes/updates/history.ts';
import {absoluteUrl} from '../../content/addresses/addresses.ts';
import {API_INDEX, markdownAddress} from '../../content/addresses/api-addresses.ts';
import {withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {documentParts} from '../../content/pages/document-parts.ts';
import {allPages} from '../../content/toolkit.ts';
import {heading, link, list, listItem, paragraph, stringify, text} from '../../format/markdown-nodes.ts';
import {textOf} from '../../language/text.ts';
import type {FileEntry} from './api-files.ts';
import {type ApiSource, shownHistory} from './api-source.ts';

/** How many pages of a group it lists: the index of the API, which it names, has all of them in bounded files. */
const MOST_LISTED = 100;

/** A list of the pages as Markdown for language models, with the version and the last review of each: https://llmstxt.org */
export function renderLlmsText(source: ApiSource, files: readonly FileEntry[]): string {
  const {toolkit, records} = source;
  const {title, description} = toolkit.config;
  const words = textOf(toolkit.config);
  const {data: t, names} = words;
  const descriptions = new Map(allPages(toolkit).map(({id, data}) => [id, data.description]));
  const item = (address: string, label: string, about: string[] = []): ListItem => {
    const colon = about.length > 0 ? [text(`: ${about.join(' ')}`)] : [];
    return listItem([paragraph([link(absoluteUrl(source, address), [text(label)]), ...colon])]);
  };
  const aboutPage = (id: string) => {
    const version = versionOf(shownHistory(source, id), records.updates);
    const checked = reviewSummary(records.pages[id]?.freshness ?? {}, words);
    return [
      descriptions.get(id) ?? '',
      version === undefined ? '' : t.version({version}),
      checked ?? `${words.review.notChecked}.`,
    ].filter(Boolean);
  };
  const groups = documentParts(toolkit).flatMap(({label = names.guidance, sections}) => [
    heading(2, [text(label)]),
    list(
      withoutWithdrawn(sections)
        .slice(0, MOST_LISTED)
        .map((page) => item(markdownAddress(page.address), page.title, aboutPage(page.id))),
    ),
  ]);
  const about = paragraph([text(description)]);
  return `${stringify([
    heading(1, [text(title)]),
    {type: 'blockquote', children: [about]},
    paragraph([text(t.lead)]),
    ...groups,
    // The name of this section has a meaning for programs.
    heading(2, [text('Optional')]),
    list([item(API_INDEX, names.allPages), ...files.map(([address, name]) => item(address, name))]),
  ])}\n`;
}
