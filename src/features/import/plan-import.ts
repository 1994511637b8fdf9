import {stringify} from 'yaml';
import {fileText} from '../../content/files/file-text.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {capitalise} from '../../format/text.ts';
import type {Content} from '../../io/transaction/file-change.ts';
import {readDocument} from '../../io/yaml/document.ts';
import {carryPage} from './carry-page.ts';
import type {Loss, ReportLoss} from './losses.ts';
import {linksOf} from './new-links.ts';
import {inPages, type OldPage, type OldSite} from './read-site.ts';
import {newId, oldAddress, sameAddress} from './site-kinds.ts';
import syntax from './syntax.json' with {type: 'json'};

/** A page with its place in the menu. */
export interface PlannedPage {
  /** Its file in the folder of pages. */
  file: string;
  id: string;
  title: string;
  order: number;
}

export type PlannedImport = ReturnType<typeof planImport>;

/** Plans the pages of an old site, with the files that they show or link to, by their new paths. */
export function planImport(site: OldSite, {owners, baseUrl}: Pick<ToolkitConfig, 'owners' | 'baseUrl'>) {
  const losses = [...site.losses];
  const old = pagesOf(site, losses);
  const links = linksOf(site, old);
  const files = new Map<string, Content>();
  const titles = new Set<string>();
  const pages = old.flatMap((page): PlannedPage[] => {
    const {file, frontMatter, id, body, bodyLine} = page;
    const reportLoss: ReportLoss = (lost, found, line) => void losses.push({name: lost, file, found, line});
    let carried: ReturnType<typeof carryPage>;
    try {
      const lines = body.split(/\r?\n/).map((text, index) => ({text, line: bodyLine + index}));
      carried = carryPage(lines, reportLoss, (url, line, isLink) =>
        links.newUrl(page, url, isLink, () => reportLoss('link', url, line)),
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      reportLoss('page', 'it nests too deeply');
      return [];
    }
    const folder = (id.split('/').at(-2) ?? id).replaceAll('-', ' ');
    const name =
      textIn(frontMatter.title) ?? carried.heading ?? capitalise((nameOf(id) || folder).replaceAll('-', ' '));
    // Every page has a different title.
    const title = titles.has(name) ? `${name} (${titles.has(`${name} (${folder})`) ? id : folder})` : name;
    titles.add(title);
    reportLostKeys(frontMatter, reportLoss);
    const image = textIn(frontMatter.image);
    const shared = image && links.newUrl(page, image, true, () => reportLoss('link', image, 1));
    const redirects = page.addresses
      .map((from) => (from.startsWith(baseUrl) ? from.slice(baseUrl.length - 1) : from))
      .filter((from) => from.toLowerCase() !== addressOf(id) && from !== '/');
    const label = textIn(frontMatter.sidebar_label);
    const front = {
      title,
      description: describe(textIn(frontMatter.description) ?? textIn(frontMatter.summary) ?? carried.opening, title),
      owner: owners[0]?.id,
      review_every: REVIEW_RE.exec(String(frontMatter.review_in))?.[0] ?? '12 months',
      ...(redirects.length > 0 && {redirect_from: redirects}),
      ...(shared && {image: shared}),
      ...(label && label !== title && {sidebar_label: label}),
    };
    files.set(`docs/${id}.md`, `---\n${stringify(front, {lineWidth: 0})}---\n\n${carried.body}`);
    const place = site.kind.order.map((key) => Number(frontMatter[key] ?? Number.NaN)).find(Number.isFinite);
    const number = Number(/^\d+(?=\s*[-_.])/.exec(nameOf(file))?.[0] ?? Number.NaN);
    return [{file: inPages(site, file), id, title, order: place ?? (number >= 0 ? number : LAST)}];
  });
  for (const [place, file] of links.used) files.set(place, site.files.get(file)?.bytes ?? '');
  const named = new Set([...[...old, ...losses].map(({file}) => file), ...links.used.values()]);
  const unused = [...site.files.keys()].filter((file) => !named.has(file) && !OF_GENERATOR.test(file));
  losses.push(...unused.map((file): Loss => ({name: 'unused', file})));
  return {files, pages, losses};
}

/** Files that only the old generator needs. */
const OF_GENERATOR = /\.(html?|[cm]?[jt]sx?|s?css|ya?ml|rb)$|(^|\/)_category_\./;

/** The place of a page that says none: after the others. */
const LAST = 1e6;

const REVIEW_RE = /^[1-9]\d? (month|year)s?$/;

function reportLostKeys(frontMatter: OldPage['frontMatter'], reportLoss: ReportLoss): void {
  for (const [key, value] of Object.entries(frontMatter)) {
    if (syntax.keys.includes(key) || value === null || value === '') continue;
    reportLoss(/^last_(review|modified|update)/.test(key) ? 'review' : 'key', `${key}: ${JSON.stringify(value)}`, 1);
  }
}

/** The pages that can be read, each with an id of its own. */
function pagesOf(site: OldSite, losses: Loss[]): OldPage[] {
  const ids = new Set<string>();
  return [...site.files.values()].flatMap(({bytes}, index): OldPage[] => {
    const file = [...site.files.keys()][index] ?? '';
    const own = inPages(site, file);
    if (!/\.mdx?$/.test(file) || own.startsWith('../') || site.kind.without.test(own)) return [];
    const text = fileText(bytes)?.replaceAll('\r\n', '\n');
    const {document, broken} = readDocument(file, text ?? '');
    const [fault] = text?.startsWith('---\n') ? broken : [];
    const {frontMatter = {}, body, bodyOffset} = document;
    const isDraft = frontMatter.draft === true || frontMatter.published === false;
    if (text === undefined || fault || isDraft) {
      losses.push({name: isDraft ? 'draft' : 'page', file, line: fault?.place?.line, found: fault?.problem});
      return [];
    }
    const isFront = site.kind.address !== undefined && frontMatter[site.kind.address] === '/';
    const wanted = isFront ? 'index' : newId(own, site.kind);
    const id =
      [wanted, ...Array.from({length: 99}, (_, at) => `${wanted}-${at + 2}`)].find((one) => !ids.has(one)) ?? wanted;
    ids.add(id);
    const former = [frontMatter.redirect_from ?? frontMatter.aliases ?? []]
      .flat()
      .filter((one) => typeof one === 'string');
    const addresses = [oldAddress(own, frontMatter, site.settings, site.kind), ...former.map(sameAddress)];
    return [{file, frontMatter, body, bodyLine: bodyOffset + 1, id, addresses: [...new Set(addresses)]}];
  });
}

const nameOf = (path: string) => (path.split('/').at(-1) ?? '').replace(/^index$/, '');

const textIn = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

const [MIN_LENGTH, MAX_LENGTH] = [40, 200];

/** The beginning of a text, in whole sentences if there are any; the check asks for more where it is short. */
function describe(text: string, title: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length < MIN_LENGTH) return plain === '' ? title : `${title}: ${plain}`;
  if (plain.length <= MAX_LENGTH) return plain;
  const cut = plain.slice(0, MAX_LENGTH - 2);
  const sentence = /^.*[.?!](?= )/s.exec(cut)?.[0] ?? '';
  return sentence.length >= MIN_LENGTH ? sentence : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
