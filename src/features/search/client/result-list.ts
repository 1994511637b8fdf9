import {element} from '../../../site/client/element.ts';
import {fillIn} from '../../../site/client/messages.ts';
import type {FoundPage, FoundSection, Hit} from './pagefind.ts';

/**
 * Connects the elements of the component `Results`, whose list takes the place of what the page shows without a search;
 * `undefined` on a page without them.
 *
 * @param showsKind whether results say what kind of page they are
 * @param atOnce how many are loaded and shown, and how many more each time: the text of each page is a request
 */
export function connectResults({showsKind, atOnce}: {showsKind: boolean; atOnce: number}) {
  const list = document.querySelector<HTMLElement>('[data-results]');
  const more = document.querySelector<HTMLButtonElement>('[data-more]');
  const fallback = document.querySelector<HTMLElement>('[data-fallback]');
  if (!list || !more || !fallback) return undefined;
  let waiting: Hit[] = [];
  let asked: readonly string[] = [];
  let isRare = false;

  const loadNext = async (): Promise<HTMLLIElement[]> => {
    const pages = await Promise.all(waiting.slice(0, atOnce).map((hit) => hit.data()));
    if (isRare) pages.sort((a, b) => Number(hasWord(b, asked)) - Number(hasWord(a, asked)));
    return pages.map((page) => renderResult(page, asked, showsKind));
  };

  const append = (items: readonly HTMLLIElement[]): void => {
    waiting = waiting.slice(items.length);
    list.append(...items);
    more.hidden = waiting.length === 0;
  };

  more.addEventListener('click', async () => {
    const items = await loadNext();
    append(items);
    // The button may disappear, and readers go on with the first new result.
    items[0]?.querySelector('a')?.focus();
  });
  return {
    /** Reserves the place of the results, so that nothing moves when they come. */
    reserve(): void {
      list.hidden = false;
      fallback.hidden = true;
    },
    /** Shows the first results for words; `isCurrent` says whether a newer search has begun meanwhile. */
    async show(hits: readonly Hit[], words: readonly string[], isCurrent: () => boolean): Promise<void> {
      const before = waiting;
      asked = words;
      isRare = words.length === 1 && hits.length <= RARE;
      waiting = [...hits];
      const items = await loadNext();
      if (!isCurrent()) {
        waiting = before;
        return;
      }
      list.replaceChildren();
      append(items);
      list.hidden = hits.length === 0;
      fallback.hidden = true;
    },
    /** Shows again what the page showed without a search. */
    reset(): void {
      waiting = [];
      list.replaceChildren();
      append([]);
      list.hidden = true;
      fallback.hidden = false;
    },
  };
}

/** The most pages that have a rare word: those that have only another with its stem, `ratings` for `rates`, come later. */
const RARE = 20;

function hasWord({content, meta}: FoundPage, [word = '']: readonly string[]): boolean {
  return [content, ...Object.values(meta)]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(word.toLowerCase());
}

/** A result as a list item, in the same markup as other lists. */
function renderResult(page: FoundPage, words: readonly string[], showsKind: boolean): HTMLLIElement {
  const {url, meta} = page;
  const card = showsKind ? undefined : (JSON.parse(meta.card ?? 'null') as [number, ...string[]] | null);
  const facts = [showsKind && meta.kind, card?.[1] ?? meta.facts, whereFound(page, words)].filter(Boolean).join(' · ');
  const [strength = 0, , figure = '', what = '', cost = ''] = card ?? [];
  const {evidence = '', cost: costLabel = ''} = document.querySelector<HTMLElement>('[data-results]')?.dataset ?? {};
  const mark = element('span', {className: 'strength'}, evidence.split('|')[strength - 1] ?? '');
  mark.dataset.strength = String(strength);
  const item = element(
    'li',
    {className: card ? 'study' : ''},
    element('h2', {}, element('a', {href: url, textContent: meta.title})),
    ...line(facts, 'facts-line', ...(card ? [mark, ' '] : []), facts),
    ...line(figure, 'study-figure', element('strong', {}, figure), ' ', element('span', {}, what)),
    ...whyFound(page, words, showsKind ? MAX_SECTIONS : 1),
    ...line(cost, 'study-cost', element('strong', {}, costLabel), ` ${cost}`),
  );
  return item;
}

/** A line of a result, unless the text that it is about is empty. */
function line(about: string, className: string, ...parts: (Node | string)[]): Node[] {
  return about ? [element('p', {className}, ...parts)] : [];
}

/** Why a page is found by a name that it does not have, such as that of a place in its region. */
function whereFound({meta: {near = '[]'}}: FoundPage, words: readonly string[]): string | undefined {
  const asked = new Set(words.map((word) => word.toLowerCase()));
  const isAsked = (name: string) => {
    const parts = name.toLowerCase().split(' ');
    return parts.some((part) => asked.has(part)) && parts.every((part) => part.length < MIN_LENGTH || asked.has(part));
  };
  for (const [term, names] of JSON.parse(near) as [string, string[]][]) {
    const name = names.find(isAsked);
    const {covers} = document.querySelector<HTMLElement>('[data-covers]')?.dataset ?? {};
    if (name) return fillIn(covers, {term, name});
  }
  return undefined;
}

/** Of a name of several words, shorter ones such as `and` need not be asked for. */
const MIN_LENGTH = 4;

/** How many sections of a page a result links to, and the least share of the best score that the second one has. */
const [MAX_SECTIONS, MIN_SHARE] = [2, 0.3];

/** The sections that fit best, with the text around the words; the lead of the page where only its title has them. */
function whyFound(
  {url, content, meta: {lead = '', text = lead}, sub_results: sections}: FoundPage,
  words: readonly string[],
  most: number,
) {
  const texts = content.split(/\s+/);
  const scored = sections.map((section) => ({section, score: scoreOf(section, texts, words)}));
  const best = scored.sort((a, b) => b.score - a.score);
  const shown = best.filter(({score}) => score >= MIN_SHARE * (best[0]?.score ?? 0)).slice(0, most);
  if (shown.length === 0) return [element('p', {}, text)];
  return shown.map(({section}) => element('p', {className: 'found-section'}, ...renderSection(section, url)));
}

/** A link to the section, and the text around the words; only the text where it has no heading. */
function renderSection({title, excerpt, plain_excerpt: plain, url}: FoundSection, page: string): (Node | string)[] {
  // Text begins with its heading, or with the end of it.
  const heading = title.split(' ');
  const at = heading.findIndex((_, index) => plain.replace(/^… /, '').startsWith(heading.slice(index).join(' ')));
  const first = at < 0 ? 0 : heading.length - at + (plain.startsWith('… ') ? 1 : 0);
  const own = excerpt.split(' ').slice(first).join(' ');
  const marked = [...new DOMParser().parseFromString(own, 'text/html').body.childNodes];
  return url === page ? marked : [element('a', {href: url, textContent: title}), ' ', ...marked];
}

/** The best place of each word, and the more the more words it has: a long section need not be about all of them. */
function scoreOf({weighted_locations: locations}: FoundSection, texts: readonly string[], words: readonly string[]) {
  const stems = words.map((word) => word.toLowerCase().slice(0, MIN_LENGTH));
  const best = stems.map((stem) =>
    Math.max(
      0,
      ...locations
        .filter(({location}) => texts[location]?.toLowerCase().includes(stem))
        .map(({balanced_score: score}) => score),
    ),
  );
  const found = best.filter((score) => score > 0).length;
  return found * best.reduce((sum, score) => sum + score, 0);
}
