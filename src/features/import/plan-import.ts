import {stringify} from 'yaml';
import {fileText} from '../../content/files/file-text.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {capitalise} from '../../format/text.ts';
import type {Content} from '../../io/transaction/file-change.ts';
import {readDocument} from '../../io/yaml/document.ts';
import {type CarriedPage, carryPage} from './carry-page.ts';
import type {Lose, Loss} from './losses.ts';
import {linksOf} from './new-links.ts';
import {inPages, type OldSite} from './read-site.ts';
import {newId, oldAddress, sameAddress} from './site-kinds.ts';

/** A page of the old site, and where it goes. */
export interface OldPage {
  file: string;
  frontMatter: Readonly<Record<string, unknown>>;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  id: string;
  /** Every address that it had, the latest first. */
  addresses: string[];
}

/** A page with its place in the menu. */
export interface PlannedPage {
  /** Its file in the folder of pages. */
  file: string;
  id: string;
  title: string;
  order: number;
}

export interface PlannedImport {
  /** The new files, by path. */
  files: Map<string, Content>;
  pages: PlannedPage[];
  losses: Loss[];
}

/** Plans the pages of an old site, with the files that they show or link to. */
export function planImport(site: OldSite, {owners}: Pick<ToolkitConfig, 'owners'>): PlannedImport {
  const losses = [...site.losses];
  const old = pagesOf(site, losses);
  const links = linksOf(site, old);
  const files = new Map<string, Content>();
  const titles = new Set<string>();
  const pages = old.flatMap((page): PlannedPage[] => {
    const {file, frontMatter, id, body, bodyLine} = page;
    const lose: Lose = (loss) => void losses.push({file, ...loss});
    let carried: CarriedPage;
    try {
      const lines = body.split(/\r?\n/).map((text, index) => ({text, line: bodyLine + index}));
      carried = carryPage(lines, lose, (url, line) => links.newUrl(page, url, (loss) => lose({line, ...loss})));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      lose({problem: 'A page was left out that nests too deeply to be read', fix: 'Split it, and import it again.'});
      return [];
    }
    const folder = (id.split('/').at(-2) ?? id).replaceAll('-', ' ');
    const name =
      textIn(frontMatter.title) ?? carried.heading ?? capitalise((nameOf(id) || folder).replaceAll('-', ' '));
    // Every page has a different title.
    const title = titles.has(name) ? `${name} (${titles.has(`${name} (${folder})`) ? id : folder})` : name;
    titles.add(title);
    loseKeys(frontMatter, site, lose);
    const redirects = page.addresses.filter((from) => from !== addressOf(id) && from !== '/');
    const label = textIn(frontMatter.sidebar_label);
    const front = {
      title,
      description: describe(textIn(frontMatter.description) ?? textIn(frontMatter.summary) ?? carried.opening, title),
      owner: owners[0]?.id,
      review_every: REVIEW_RE.exec(String(frontMatter.review_in))?.[0] ?? '12 months',
      ...(redirects.length > 0 && {redirect_from: redirects}),
      ...(label && label !== title && {sidebar_label: label}),
    };
    files.set(`docs/${id}.md`, `---\n${stringify(front, {lineWidth: 0})}---\n\n${carried.body}`);
    const place = site.kind.order.map((key) => Number(frontMatter[key] ?? Number.NaN)).find(Number.isFinite);
    const number = Number(/^\d+(?=\s*[-_.])/.exec(nameOf(file))?.[0] ?? Number.NaN);
    return [{file: inPages(site, file), id, title, order: place ?? (number >= 0 ? number : LAST)}];
  });
  for (const [file, path] of links.used) files.set(path, site.files.get(file)?.bytes ?? '');
  const pageFiles = new Set(old.map(({file}) => file));
  for (const file of site.files.keys()) {
    const isPlain =
      !pageFiles.has(file) &&
      !links.used.has(file) &&
      !/(^|\/)_category_\.|\.(html?|[cm]?[jt]sx?|s?css|ya?ml)$/.test(file);
    const fix = 'Copy it to `static/` if readers need it.';
    if (isPlain) losses.push({file, problem: 'A file was left out that no page shows or links to', fix});
  }
  return {files, pages, losses};
}

/** The place of a page that says none: after the others. */
const LAST = 1e6;

const REVIEW_RE = /^[1-9]\d? (month|year)s?$/;

/** Keys whose meaning is in the new page, the menu or its redirects. */
const CARRIED_KEYS =
  /^(title|description|summary|review_in|sidebar_label|sidebar_position|slug|permalink|id|redirect_from|aliases|layout|parent|has_children|nav_order|weight|order|related_order)$/;

/** Keys with the day of a review, which only an update can have on record. */
const REVIEW_KEYS = /^last_(reviewed|review|modified|update)/;

function loseKeys(frontMatter: OldPage['frontMatter'], {kind}: OldSite, lose: Lose): void {
  for (const [key, value] of Object.entries(frontMatter)) {
    if (CARRIED_KEYS.test(key) || kind.order.includes(key) || value === null || value === '') continue;
    const shown = value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value);
    const [problem, fix] = REVIEW_KEYS.test(key)
      ? [
          `The day in \`${key}\` was left out, because a review is of a text that was published here`,
          'After the launch, record the review that you did: `npm run review -- --done <page> --scope facts --on <day>`.',
        ]
      : [
          `The key \`${key}\` of front matter was left out`,
          'Nothing to do, unless readers need it: then write it in the text.',
        ];
    lose({line: 1, found: shown, problem, fix});
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
    if (text === undefined || fault) {
      const what = fault ? `has front matter that cannot be read (${fault.problem})` : 'is no text';
      losses.push({
        file,
        line: fault?.place?.line,
        problem: `A page was left out that ${what}`,
        fix: 'Correct it, and import it again.',
      });
      return [];
    }
    const {frontMatter = {}, body, bodyOffset} = document;
    if (frontMatter.draft === true || frontMatter.published === false) {
      losses.push({file, problem: 'A draft was left out', fix: 'Import it when it is finished.'});
      return [];
    }
    const wanted = newId(own, site.kind);
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

const [SHORTEST, LONGEST] = [40, 200];

const ELLIPSIS = " …";

/** A description of the length that lists and search results need: whole sentences, if there are any. */
function describe(text: string, title: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const whole =
    plain.length < SHORTEST ? `${title}: ${plain || 'what this page says about it, and what to do'}` : plain;
  const filled = whole.length < SHORTEST ? `${whole.replace(/[.:]?$/, '')}. A page of this toolkit.` : whole;
  if (filled.length <= LONGEST) return filled;
  const cut = filled.slice(0, LONGEST - ELLIPSIS.length);
  const sentence = cut.slice(0, Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! ')) + 1);
  return sentence.length >= SHORTEST ? sentence : `${cut.slice(0, cut.lastIndexOf(' '))}${ELLIPSIS}`;
}
