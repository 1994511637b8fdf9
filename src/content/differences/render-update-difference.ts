import {formatRange} from '../format-date.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {SiteAddress} from '../links/addresses.ts';
import {hrefOf} from '../links/addresses.ts';
import {addressOf} from '../page-id.ts';
import type {Update} from '../schemas/update-schema.ts';
import {updateDifferenceAddress} from './addresses.ts';
import {difference, facts, link, measure, neighbours, notes, publishedDate} from './difference-parts.ts';
import type {NeighbourDifference, UpdateDifference} from './update-differences.ts';

/** What the body of a difference is made from, beside the difference. */
interface Context {
  site: Pick<SiteAddress, 'baseUrl'>;
  /** By slug. */
  updates: ReadonlyMap<string, Pick<Update, 'title' | 'published' | 'changes'>>;
}

/** What an update did to a page: what readers were told, the words before and after, and the ways to its neighbours. */
export function renderUpdateDifference(found: UpdateDifference, {site, updates}: Context): Html {
  const {slug, before, pageId, now, diff, previous, next} = found;
  const changes = (updates.get(slug)?.changes ?? []).filter(({pages}) => pages.includes(pageId));
  const text = (key: 'why' | 'who_is_affected' | 'what_to_do') =>
    changes.flatMap((change) => change[key] ?? []).join(' ') || undefined;
  return html`${facts([
    ['Update', updateLink(slug)],
    ['Readers were told', notes(changes)],
    ['Why', text('why')],
    ['Who is affected', text('who_is_affected')],
    ['What to do', text('what_to_do')],
    ['How much', measure(diff)],
    ['Words before', html`as put live by ${updateLink(before)}`],
    ['Page today', now === undefined ? 'The toolkit has no such page today.' : pageToday(addressOf(now))],
  ])}${difference(diff)}${neighbours('Neighbouring changes of this page', [
    previous && neighbour('Earlier change', previous, 'prev'),
    next && neighbour('Later change', next, 'next'),
  ])}`;

  function updateLink(of: string): Html {
    const update = updates.get(of);
    if (!update) return html`${of}`;
    return html`${link(hrefOf(site, `/updates/${of}/`), html`<bdi>${update.title}</bdi>`)}, published ${publishedDate(update.published)}`;
  }

  function pageToday(address: string): Html {
    const href = hrefOf(site, address);
    return html`${link(href, 'Read the page')} or ${link(`${href}#page-updates`, 'see all its updates')}`;
  }

  function neighbour(words: string, to: NeighbourDifference, rel: string): Html {
    const update = updates.get(to.slug);
    const when = update ? `${formatRange(update.published)}: ${update.title}` : to.slug;
    return link(
      hrefOf(site, updateDifferenceAddress(to.slug, to.pageId)),
      html`<span>${words}</span> <bdi>${when}</bdi>`,
      rel,
    );
  }
}
