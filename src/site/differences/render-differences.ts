import type {PageDiff} from '../../changes/diff/edit.ts';
import {measureDiff, measureInLine} from '../../changes/diff/measure-diff.ts';
import {renderDiffHtml} from '../../changes/diff/render/render-diff-html.ts';
import type {HistoryEntry} from '../../changes/updates/history.ts';
import type {NeighbourDifference, UpdateDifference} from '../../changes/updates/update-differences.ts';
import {hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';
import {FRAME, updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {UPDATES} from '../../content/addresses/feed-addresses.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {escapeMarkup, type Html, html, trusted} from '../../format/html.ts';
import {capitalise} from '../../format/text.ts';
import {fill} from '../../language/fill.ts';
import {type Text, textOf} from '../../language/text.ts';

/** A page to write: its address and the content for its frame. */
export interface DifferencePage {
  address: string;
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
  toolkit: Pick<Toolkit, 'updates' | 'config'>,
  found: readonly UpdateDifference[],
  site: Site,
): DifferencePage[] {
  const language = textOf(toolkit.config);
  const {differences: t, format, changes: labels} = language;
  const updates = new Map(toolkit.updates.map(({data}) => [data.slug, data]));
  return found.map((difference) => {
    const {slug, pageId, title, diff} = difference;
    const update = updates.get(slug);
    const when = update ? t.on({day: format.range(update.published)}) : t.by({update: slug});
    return {
      address: updateDifferenceAddress(slug, pageId),
      parent: {address: `/updates/${slug}/`, name: update?.title ?? slug},
      title,
      which: t.whichUpdate({slug}),
      description: t.updateAbout({when, measure: measureInLine(diff, language)}),
      body: () => updateBody(difference),
    };
  });

  /** The change notes, the text before and after, and links to the neighbouring differences of the page. */
  function updateBody({slug, before, pageId, now, diff, previous, next}: UpdateDifference): Html {
    const changes = (updates.get(slug)?.changes ?? []).filter(({pages}) => pages.includes(pageId));
    const text = (key: 'why' | 'who_is_affected' | 'what_to_do') =>
      changes.flatMap((change) => change[key] ?? []).join(' ') || undefined;
    return html`${facts([
      [t.update, updateLink(slug)],
      [t.note, notes(changes, language)],
      [labels.why, text('why')],
      [labels.who, text('who_is_affected')],
      [labels.what, text('what_to_do')],
      [t.howMuch, `${capitalise(measureDiff(diff, language))}.`],
      [t.textBefore, html`${fill(t.publishedBy, {update: () => updateLink(before)})}`],
      [t.pageToday, now === undefined ? t.gone : pageToday(addressOf(toolkit.config, now))],
    ])}${differenceOf(diff, language)}${neighbours(t.neighbours, [
      previous && neighbour(t.earlier, previous, 'prev'),
      next && neighbour(t.later, next, 'next'),
    ])}`;
  }

  function updateLink(slug: string): Html {
    const update = updates.get(slug);
    if (!update) return html`${slug}`;
    const {title, published} = update;
    const words = format.range(published);
    // Only an exact day is machine-readable.
    const isDay = published.earliest === published.latest;
    const linked = fill(t.linkedUpdate, {
      a: () => link(hrefOf(site, `/updates/${slug}/`), html`<bdi>${title}</bdi>`),
      date: () => (isDay ? html`<time datetime="${published.latest}">${words}</time>` : html`${words}`),
    });
    return html`${linked}`;
  }

  function pageToday(address: string): Html {
    const href = hrefOf(site, address);
    const links = fill<Html>(t.readToday, {
      a: (words) => link(href, html`${words}`),
      all: (words) => link(`${href}#page-updates`, html`${words}`),
    });
    return html`${links}`;
  }

  function neighbour(words: string, {slug, pageId}: NeighbourDifference, rel: string): Html {
    const update = updates.get(slug);
    const when = update ? `${format.range(update.published)}: ${update.title}` : slug;
    const href = hrefOf(site, updateDifferenceAddress(slug, pageId));
    return html`<a href="${href}" rel="${rel}"><span>${words}</span> <bdi>${when}</bdi></a>`;
  }
}

/** The facts above a difference; empty ones are left out. */
function facts(lines: readonly (readonly [term: string, value: Html | string | undefined])[]): Html {
  const listed = lines.filter(([, value]) => value !== undefined);
  return html`<div class="facts"><dl>${listed.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl></div>
`;
}

function link(href: string, words: Html | string): Html {
  return html`<a href="${href}">${words}</a>`;
}

function notes(entries: readonly Note[], {changes: t}: Text): Html | undefined {
  if (entries.length === 0) return undefined;
  return html`<ul>${entries.map(({kind, significance, note}) => {
    const word = significance === 'minor' ? t.smallCorrection : t.kinds[kind];
    return html`<li>${word}: <bdi>${note}</bdi></li>`;
  })}</ul>`;
}

/** The difference itself, with a line on how to read it. */
function differenceOf(diff: PageDiff, text: Text): Html {
  const {differences: t} = text;
  const whole = diff.kind === 'added' ? t.says : diff.kind === 'removed' ? t.said : undefined;
  const heading = whole ?? t.changes({count: diff.edits.length});
  const key = fill<Html>(t.key, {
    del: (words) => html`<del>${words}</del>`,
    ins: (words) => html`<ins>${words}</ins>`,
  });
  return html`<h2>${heading}</h2>
${!whole && html`<p>${key}</p>\n`}<div class="${whole ? 'whole difference' : 'difference'}">
${trusted(renderDiffHtml(diff, text))}</div>
`;
}

function neighbours(label: string, links: readonly (Html | undefined)[]): Html | undefined {
  const found = links.filter((item) => item !== undefined);
  if (found.length === 0) return undefined;
  return html`<nav class="paginator" aria-label="${label}">${found}</nav>
`;
}

const PLACES_RE = new RegExp(Object.values(FRAME).join('|'), 'g');

/** Fills in a rendered frame. One pass fills every slot, so that an author's text is never mistaken for a slot. */
export function fillFrame(frame: string, page: DifferencePage): string {
  const encode = (address: string) => escapeMarkup(hrefOf({baseUrl: '/'}, address));
  const markup = new Map<string, string>([
    [FRAME.path, encode(page.address).slice(UPDATES.length)],
    [FRAME.parent, encode(page.parent.address)],
    [FRAME.parentName, escapeMarkup(page.parent.name)],
    [FRAME.title, escapeMarkup(page.title)],
    [FRAME.which, escapeMarkup(page.which)],
    [FRAME.description, escapeMarkup(page.description)],
    [FRAME.body, page.body().html],
  ]);
  return frame.replace(PLACES_RE, (place) => markup.get(place) ?? '');
}
