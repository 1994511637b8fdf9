import {fillIn, pluralIn} from '../../../site/client/messages.ts';
import {type FoundPages, loadSearch} from './find-pages.ts';
import {connectResults} from './result-list.ts';

const PAUSE_MS = 250;

/** One letter finds too much while a reader types. */
const MIN_LETTERS = 2;

/** The folders of the indexes: that of live pages, and that of those in editions. */
const FOLDERS = {live: 'pagefind/', editions: 'pagefind/editions/'};

type Index = keyof typeof FOLDERS;

/** Runs the search page; does nothing on other pages. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector('input');
  const status = document.querySelector('[data-search-status]');
  const older = document.querySelector<HTMLButtonElement>('[data-search-editions]');
  const kinds = document.querySelector<HTMLElement>('[data-kinds]');
  const results = connectResults({showsKind: true, atOnce: 5});
  if (!form || !input || !status || !kinds || !results) return;
  const given = form.dataset;
  const engines = new Map<Index, ReturnType<typeof loadSearch>>();
  let timer = 0;
  let newest: symbol;
  let shown: Index = 'live';

  const load = (index: Index) => {
    const engine = engines.get(index) ?? loadSearch(given.search ?? '/', FOLDERS[index], given.commonWords ?? '');
    engine.catch(() => engines.delete(index));
    engines.set(index, engine);
    return engine;
  };

  const run = async (index: Index = 'live'): Promise<void> => {
    clearTimeout(timer);
    shown = index;
    const query = input.value.trim();
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    if (query) status.textContent = given.busy ?? '';
    const own = Symbol();
    newest = own;
    // An older search may end after a newer one.
    const isCurrent = () => newest === own;
    try {
      const found = query ? await (await load(index))(query) : undefined;
      const hits = found ? chooseKind(kinds, found.hits) : [];
      if (found && hits.length > 0) await results.show(hits, found.words, isCurrent);
      else if (isCurrent()) results.reset();
      if (!isCurrent()) return;
      if (older) older.hidden = query === '' || index === 'editions';
      kinds.hidden = hits.length === 0;
      status.textContent = found ? describe({...found, hits}, index, given) : '';
    } catch {
      if (isCurrent()) status.textContent = given.failed ?? '';
    }
  };

  form.addEventListener('submit', (event) => {
    // The filters of case studies are on another page.
    if (event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    void run();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const {length} = input.value.trim();
    if (length === 0 || length >= MIN_LETTERS) timer = window.setTimeout(() => void run(), PAUSE_MS);
  });
  // The index loads while the reader types; without it, the search says so.
  input.addEventListener('focus', () => void load('live').catch(() => undefined), {once: true});
  kinds.addEventListener('change', () => void run(shown));
  older?.addEventListener('click', () => {
    void run('editions');
    input.focus();
  });
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (!input.value) return;
  results.reserve();
  kinds.hidden = false;
  void run();
}

/** Counts the pages of each kind, and returns those of the chosen one; the first that has some where it has none. */
function chooseKind(kinds: HTMLElement, hits: FoundPages['hits']): FoundPages['hits'] {
  const inputs = [...kinds.querySelectorAll('input')];
  // Pages about the toolkit are no answers, unless a reader asks for them or nothing else is found.
  const ofKind = ({value}: HTMLInputElement) =>
    hits.filter(({kind}) => (value === '' ? kind !== 'other' : kind === value));
  for (const input of inputs) {
    const {length} = ofKind(input);
    const count = input.parentElement?.querySelector('[data-count]');
    if (count) count.textContent = `(${length})`;
    input.disabled = length === 0;
  }
  const enabled = inputs.filter((input) => !input.disabled);
  const chosen = enabled.find((input) => input.checked) ?? enabled[0];
  if (!chosen) return hits;
  chosen.checked = true;
  return ofKind(chosen);
}

function describe({hits, query, unknown, isWhole}: FoundPages, index: Index, given: DOMStringMap): string {
  const {length: found} = hits;
  const missing = unknown.length > 0 ? `${fillIn(given.unknown, {words: unknown.join(', ')})} ` : '';
  const some = found > 0 && !isWhole ? `. ${given.some}` : '';
  return missing + fillIn(pluralIn(index === 'live' ? given.found : given.foundOlder, found), {found, query}) + some;
}
