import type {Edit, PageDiff, Segment} from '../../diff/edit.ts';
import {measureDiff, measureInLine} from '../../diff/measure-diff.ts';
import type {ComparedPage, Comparison} from '../../diff/published/compare-editions.ts';
import type {NeighbourDifference, UpdateDifference} from '../../diff/published/update-differences.ts';
import {renderDiffHtml} from '../../diff/render/render-diff-html.ts';
import {formatRange} from '../../format/format-date.ts';
import {escapeMarkup, type Html, html, trusted} from '../../format/html.ts';
import {capitalise} from '../../format/text.ts';
import {addressOf} from '../../model/pages/page-id.ts';
import {hrefOf, type SiteAddress} from '../../model/routes/addresses.ts';
import {
  comparisonAddress,
  FRAME,
  pageComparisonAddress,
  SECTIONS,
  updateDifferenceAddress,
} from '../../model/routes/difference-addresses.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {CHANGE_WORDS} from '../../model/updates/change-labels.ts';
import {type HistoryEntry, updatesSince} from '../../model/updates/history.ts';

/** A page to write: its address and the content for its frame. */
export interface DifferencePage {
  address: string;
  section: keyof typeof SECTIONS;
  parent: {address: string; name: string};
  title: string;
  /** Which difference of the page it is, so that names in tabs and bookmarks differ. */
  which: string;
  description: string;
  body: () => Html;
}

type Site = Pick<SiteAddress, 'baseUrl'>;

type Note = Pick<HistoryEntry, 'kind' | 'significance' | 'note'>;

export function updateDifferencePages(
  toolkit: Pick<Toolkit, 'updates'>,
  found: readonly UpdateDifference[],
  site: Site,
): DifferencePage[] {
  const updates = new Map(toolkit.updates.map(({data}) => [data.slug, data]));
  return found.map((difference) => {
    const {slug, pageId, title, diff} = difference;
    const update = updates.get(slug);
    const when = update ? `on ${formatRange(update.published)}` : `by ${slug}`;
    return {
      address: updateDifferenceAddress(slug, pageId),
      section: 'updates',
      parent: {address: `/updates/${slug}/`, name: update?.title ?? slug},
      title,
      which: `update ${slug}`,
      description: `What an update did to this page ${when}: ${measureInLine(diff)}.`,
      body: () => updateBody(difference),
    };
  });

  /** The change notes, the text before and after, and links to the neighbouring differences of the page. */
  function updateBody({slug, before, pageId, now, diff, previous, next}: UpdateDifference): Html {
    const changes = (updates.get(slug)?.changes ?? []).filter(({pages}) => pages.includes(pageId));
    const text = (key: 'why' | 'who_is_affected' | 'what_to_do') =>
      changes.flatMap((change) => change[key] ?? []).join(' ') || undefined;
    return html`${facts([
      ['Update', updateLink(slug)],
      ['Change note', notes(changes)],
      ['Why', text('why')],
      ['Who is affected', text('who_is_affected')],
      ['What to do', text('what_to_do')],
      ['How much', `${capitalise(measureDiff(diff))}.`],
      ['Text before', html`as published by ${updateLink(before)}`],
      ['Page today', now === undefined ? 'The toolkit has no such page today.' : pageToday(addressOf(now))],
    ])}${differenceOf(diff)}${neighbours([
      previous && neighbour('Earlier change', previous, 'prev'),
      next && neighbour('Later change', next, 'next'),
    ])}`;
  }

  function updateLink(slug: string): Html {
    const update = updates.get(slug);
    if (!update) return html`${slug}`;
    const {title, published} = update;
    const words = formatRange(published);
    // Only an exact day is machine-readable.
    const isDay = published.earliest === published.latest;
    const day = isDay ? html`<time datetime="${published.latest}">${words}</time>` : words;
    return html`${link(hrefOf(site, `/updates/${slug}/`), html`<bdi>${title}</bdi>`)}, published ${day}`;
  }

  function pageToday(address: string): Html {
    const href = hrefOf(site, address);
    return html`${link(href, 'Read the page')} or ${link(`${href}#page-updates`, 'see all its updates')}`;
  }

  function neighbour(words: string, {slug, pageId}: NeighbourDifference, rel: string): Html {
    const update = updates.get(slug);
    const when = update ? `${formatRange(update.published)}: ${update.title}` : slug;
    const href = hrefOf(site, updateDifferenceAddress(slug, pageId));
    return html`<a href="${href}" rel="${rel}"><span>${words}</span> <bdi>${when}</bdi></a>`;
  }
}

const FATES: Readonly<Record<ComparedPage['kind'], string | undefined>> = {
  changed: undefined,
  moved: 'It has moved to another address.',
  withdrawn: 'It was withdrawn: it remains at its address, and says why.',
};

/** The pages of what differs between editions and the live text. */
export function comparisonPages(
  {updates, editions}: Pick<Toolkit, 'updates' | 'editions'>,
  comparisons: readonly Comparison[],
  site: Site,
): DifferencePage[] {
  const all = updates.map(({data}) => data);
  return comparisons.flatMap(({edition: name, kept}) => {
    const edition = editions.find((candidate) => candidate.name === name);
    const changes = (edition ? updatesSince(all, edition) : []).flatMap((update) => update.changes);
    return kept
      .filter(({diff}) => diff.kind !== 'same')
      .map((page) => ({
        address: pageComparisonAddress(name, page.after.id),
        section: 'editions' as const,
        parent: {address: comparisonAddress(name), name: `From edition ${name} to the live text`},
        title: page.after.title,
        which: `edition ${name} to the live text`,
        description: `What differs on this page from edition ${name} to the live text: ${measureInLine(page.diff)}.`,
        body: () => {
          const ids = [page.before.id, page.after.id];
          const listed = changes.filter(({pages}) => pages.some((id) => ids.includes(id)));
          return comparisonBody(name, page, listed, site);
        },
      }));
  });
}

function comparisonBody(
  edition: string,
  {kind, before, after, diff}: ComparedPage,
  listed: readonly Note[],
  site: Site,
): Html {
  const read = (address: string) => link(hrefOf(site, address), 'Read the page');
  return html`${facts([
    ['Before', html`Edition ${edition}: ${read(before.address)}`],
    ['Now', html`The live text: ${read(after.address)}`],
    ['What became of it', FATES[kind]],
    ['How much', `${capitalise(measureDiff(diff))}.`],
    ['Change notes', notes(listed)],
    [
      'All pages',
      link(hrefOf(site, comparisonAddress(edition)), `What differs between edition ${edition} and the live text`),
    ],
  ])}${differenceOf(diff)}`;
}

/** The facts above a difference; empty ones are left out. */
function facts(lines: readonly (readonly [term: string, value: Html | string | undefined])[]): Html {
  const listed = lines.filter(([, value]) => value !== undefined);
  return html`<dl class="facts-list">${listed.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
`;
}

function link(href: string, words: Html | string): Html {
  return html`<a href="${href}">${words}</a>`;
}

/** Notes on a page, each with the kind of its change. */
function notes(entries: readonly Note[]): Html | undefined {
  if (entries.length === 0) return undefined;
  return html`<ul>${entries.map(({kind, significance, note}) => {
    const word = significance === 'minor' ? 'Small correction' : CHANGE_WORDS[kind];
    return html`<li>${word}: <bdi>${note}</bdi></li>`;
  })}</ul>`;
}

const WHOLE: Readonly<Partial<Record<PageDiff['kind'], string>>> = {added: 'What it says', removed: 'What it said'};

/** The difference itself, with a line on how to read it. */
function differenceOf(diff: PageDiff): Html {
  const whole = WHOLE[diff.kind];
  const heading = whole ?? `What changed (${diff.edits.length})`;
  const key = html`<p>Text <del>struck through</del> was removed, and text <ins>underlined</ins> was added.</p>\n`;
  return html`<h2>${heading}</h2>
${!whole && key}<div class="${whole ? 'whole difference' : 'difference'}">
${trusted(renderDiffHtml({...diff, edits: diff.edits.map(toReadable)}))}</div>
`;
}

function neighbours(links: readonly (Html | undefined)[]): Html | undefined {
  const found = links.filter((item) => item !== undefined);
  if (found.length === 0) return undefined;
  return html`<nav class="paginator" aria-label="Neighbouring changes of this page">${found}</nav>
`;
}

const ADDRESS_RE = / \((?:(?:https?:|mailto:|\.{0,2}\/|#)[^\s()]*|[^\s()]+\.md(?:[#?][^\s()]*)?)(?: "[^"]*")?\)/g;

/**
 * An edit as readers see it: a link address appears only if the address itself changed, not if its text was added or
 * removed with it. Links to files of the toolkit show only the path.
 */
export function toReadable(edit: Edit): Edit {
  return {
    ...edit,
    after: edit.kind === 'moved' ? edit.after?.replace(ADDRESS_RE, '') : edit.after,
    segments: edit.segments
      .filter((segment, index, all) => segment.what !== 'link' || !isWithItsWords(segment, all[index - 1]))
      .map((segment) => (segment.what === 'link' ? {...segment, text: withoutFile(segment.text)} : segment)),
    contents: edit.contents.map(toReadable),
  };
}

/** Whether the text before an address was added or removed with it. */
function isWithItsWords({kind}: Segment, before: Segment | undefined): boolean {
  return kind !== 'same' && before?.kind === kind;
}

function withoutFile(text: string): string {
  return text.replace(/\((?:\.{1,2}\/)*(?![a-z][a-z\d+.-]*:)([^\s)]+?)\.md(?=[)#?\s])/gi, '($1');
}

const PLACES_RE = new RegExp(Object.values(FRAME).join('|'), 'g');

/** Fills in a rendered frame. One pass fills every slot, so that an author's text is never mistaken for a slot. */
export function fillFrame(frame: string, page: DifferencePage): string {
  const encode = (address: string) => escapeMarkup(hrefOf({baseUrl: '/'}, address));
  const markup = new Map<string, string>([
    [FRAME.path, encode(page.address).slice(SECTIONS[page.section].to.length)],
    [FRAME.parent, encode(page.parent.address)],
    [FRAME.parentName, escapeMarkup(page.parent.name)],
    [FRAME.title, escapeMarkup(page.title)],
    [FRAME.which, escapeMarkup(page.which)],
    [FRAME.description, escapeMarkup(page.description)],
    [FRAME.body, page.body().html],
  ]);
  return frame.replace(PLACES_RE, (place) => markup.get(place) ?? '');
}
