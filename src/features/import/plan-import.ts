import {stringify} from 'yaml';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {capitalise} from '../../format/text.ts';
import type {Content} from '../../io/transaction/file-change.ts';
import {carryPage, MIN_OPENING} from './carry-page.ts';
import type {Loss, ReportLoss} from './losses.ts';
import {linksOf} from './new-links.ts';
import {pagesOf, sameAddress, textIn, withoutEnding} from './old-pages.ts';
import {inPages, type OldSite} from './read-folder.ts';
import {labelsIn} from './read-menu.ts';

export interface PlannedPage {
  file: string;
  /** How its front matter, or its file, names it. */
  name: string;
  id: string;
  title: string;
  order: number;
}

export type PlannedImport = ReturnType<typeof planImport>;

/** Plans the pages of an old site, with the files that they show or link to, by their new paths. */
export function planImport(site: OldSite, {owners, pages_at}: Pick<ToolkitConfig, 'owners' | 'pages_at'>) {
  const losses = [...site.losses];
  const old = pagesOf(site, losses);
  const links = linksOf(site, old);
  const labels = new Map(labelsIn(site.menu).map(([page, label]) => [withoutEnding(page), label]));
  const files = new Map<string, Content>();
  const titles = new Set<string>();
  const pages = old.flatMap((page): PlannedPage[] => {
    const {file, frontMatter, id, body, bodyLine} = page;
    const reportLoss: ReportLoss = (lost, found, line) => void losses.push({name: lost, file, found, line});
    const reportLink = (url: string, line?: number) => {
      reportLoss('link', url, line);
      return '' as const;
    };
    const own = inPages(site, file);
    const isMdx = file.endsWith('.mdx') || site.isDocusaurus;
    let carried: ReturnType<typeof carryPage>;
    try {
      const lines = body.split(/\r?\n/).map((text, index) => ({text, line: bodyLine + index}));
      const newUrl = (url: string, line: number | undefined, isLink: boolean) =>
        links.newUrl(page, url, isLink, () => reportLink(url, line));
      carried = carryPage(lines, {isMdx, reportLoss, newUrl});
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      reportLoss('page', 'it nests too deeply');
      return [];
    }
    const folder = (id.split('/').at(-2) ?? id).replaceAll('-', ' ');
    const fileName = capitalise(
      (nameOf(id) || (id === 'index' ? nameOf(withoutEnding(own)) : folder)).replaceAll('-', ' '),
    );
    const name = textIn(frontMatter.title) ?? labels.get(withoutEnding(own)) ?? (carried.heading || fileName);
    // Every page of a folder has a different title.
    const section = id.slice(0, id.lastIndexOf('/') + 1);
    const title = titles.has(section + name) ? `${name} (${nameOf(id) || folder})` : name;
    titles.add(section + title);
    // A heading of another name is text that readers saw.
    const isSaid = !carried.heading || [title, name].includes(carried.heading);
    const text = isSaid ? carried.body : `## ${carried.heading}\n\n${carried.body}`;
    const image = textIn(frontMatter.image);
    const shared = image && links.newUrl(page, image, true, () => reportLink(image, 1));
    const address = sameAddress(`${pages_at}/${id}`);
    const redirects = page.addresses.filter((from) => from !== '/' && from.toLowerCase() !== address);
    const label = textIn(frontMatter.sidebar_label);
    const description = describe(textIn(frontMatter.description) ?? '') ?? describe(carried.opening);
    const front = {
      title,
      ...(description !== undefined && {description}),
      owner: owners[0]?.id,
      review_every: '12 months',
      ...(redirects.length > 0 && {redirect_from: redirects}),
      ...(shared && {image: shared}),
      ...(label && label !== title && {sidebar_label: label}),
    };
    const said = [title, description, image];
    for (const [key, value] of Object.entries(frontMatter))
      if (
        ((key === 'description' && value) || /\S\s+\S+\s/.test(String(value))) &&
        !said.includes(String(value).trim())
      )
        reportLoss('key', `${key}: ${value}`, 1);
    files.set(`docs/${id}.md`, `---\n${stringify(front, {lineWidth: 0})}---\n\n${text}`);
    const place = Number(frontMatter.sidebar_position ?? /^\d+(?=\s*[-_.])/.exec(nameOf(own))?.[0] ?? LAST);
    return [
      {
        file: own,
        name: textIn(frontMatter.id) ?? nameOf(withoutEnding(own)),
        id,
        title,
        order: Number.isFinite(place) ? place : LAST,
      },
    ];
  });
  for (const [place, file] of links.used) files.set(place, site.files.get(file)?.bytes ?? '');
  const named = new Set([...old.map(({file}) => file), ...links.used.values(), ...losses.map(({file}) => file)]);
  const unused = [...site.files.keys()].filter((file) => !named.has(file));
  losses.push(...unused.map((file): Loss => ({name: 'unused', file})));
  return {files, pages, losses};
}

/** The place of a page that says none: after the others. */
const LAST = 1e6;

const nameOf = (path: string) => (path.split('/').at(-1) ?? '').replace(/^index$/, '');

const MAX_LENGTH = 200;

/** The beginning of a text; `undefined` where it is too short to say something, or is not the page's own. */
function describe(text: string): string | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length < MIN_OPENING || plain.includes('Write here:')) return undefined;
  return plain.length <= MAX_LENGTH ? plain : plain.slice(0, MAX_LENGTH - 1).replace(/ \S*$/, ' …');
}
