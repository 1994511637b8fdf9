import {nearestPlace} from '../../format/nearest.ts';
import type {Fault} from '../problem.ts';
import type {PublishedPage} from '../records/published.ts';
import {allPages, isPage, type PageEntry, type Toolkit} from '../toolkit.ts';
import {addressOf, idAt, pageIdOf} from './page-id.ts';

export function fileOfPage(id: string): string {
  return id.startsWith('handbook/') ? `${id}.md` : `docs/${id}.md`;
}

/** The id of a page, from its id, file or address. */
export function idFrom({config}: Pick<Toolkit, 'config'>, word: string): string {
  const plain = word.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  return plain.startsWith('/') ? idAt(config, plain) : pageIdOf(plain.replace(/\/$/, ''));
}

/** The live page with an id, if its front matter is valid. */
export function pageWithId(toolkit: Toolkit, id: string): PageEntry | undefined {
  return allPages(toolkit).find((page) => page.id === id);
}

/** The live page that redirects from the address of another id. */
export function successorOf(toolkit: Toolkit, id: string): PageEntry | undefined {
  const address = addressOf(toolkit.config, id);
  return allPages(toolkit).find(({data}) => data.redirect_from?.includes(address));
}

/** The ids of live pages, including those with invalid front matter. */
export function pageIds({documents}: Toolkit): string[] {
  return documents.filter(isPage).map(({document}) => pageIdOf(document.path));
}

export function unknownPage(id: string, ids: readonly string[]): Fault {
  const near = nearestPlace(id, ids);
  return {
    problem: `no page has the id \`${id}\`, expected the id of a page (its path without \`docs/\` and \`.md\`)`,
    fix: near ? `Write \`${near}\`, the nearest match.` : 'Write the id of a page that exists, or remove the line.',
  };
}

/** Every id under which a page was published: from the record, from updates and from editions. */
export function publishedIds({published, updates, editions}: Toolkit): Set<string> {
  return new Set([
    ...published.ids,
    ...updates.flatMap(({data}) => data.changes.flatMap(({pages}) => pages)),
    ...editions.flatMap(({pages}) => pages.map(({id}) => id)),
  ]);
}

export function wasPublished(toolkit: Toolkit, id: string): boolean {
  return publishedIds(toolkit).has(id);
}

/** The newest published text of a page, under its current or a former id. */
export function recordedText({published}: Toolkit, {ids}: PageEntry): PublishedPage | undefined {
  const recorded = ids.find((id) => published.texts.has(id));
  return recorded === undefined ? undefined : published.texts.get(recorded);
}
