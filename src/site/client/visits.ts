import './site.ts';
import {fillIn} from './messages.ts';
import {keep, recall} from './stored.ts';

/** The days of this visit and of the one before, `2026-11-27 2026-11-20`, once a reader asked to have them kept. */
const KEY = 'visits';

/** Marks what was published since the reader's last visit, for readers who asked for it with the button. */
function startVisits(): void {
  const today = new Date().toISOString().slice(0, 10);
  const [latest, before] = recall(KEY)?.split(' ') ?? [];
  const since = latest === today ? before : latest;
  if (latest !== undefined && latest !== today) keep(KEY, `${today} ${latest}`);
  const isNew = since === undefined ? undefined : markNew(since);
  const button = document.querySelector<HTMLButtonElement>('[data-visits]');
  const state = button?.parentElement?.querySelector<HTMLElement>('[role="status"]');
  if (!button || !state) return;
  startSince(state);
  const off = state.textContent;
  const day = since && inWords(since);
  let isOn = latest !== undefined;
  const show = () => {
    const {on = '', none, some} = state.dataset;
    button.setAttribute('aria-pressed', String(isOn));
    const found = day && isNew !== undefined ? fillIn(isNew ? some : none, {day}) : on;
    state.textContent = isOn ? found : off;
  };
  show();
  button.addEventListener('click', () => {
    isOn = !isOn;
    keep(KEY, isOn ? today : undefined);
    show();
  });
}

function inWords(day: string): string {
  return new Date(day).toLocaleDateString(document.documentElement.lang, {dateStyle: 'long', timeZone: 'UTC'});
}

/** Marks what is new since a day that the reader chooses, on a page with updates. */
function startSince(state: HTMLElement): void {
  const label = document.querySelector<HTMLElement>('label[data-since]');
  const input = label?.querySelector('input');
  if (!label || !input || !document.querySelector('[data-published]')) return;
  label.hidden = false;
  input.addEventListener('change', () => {
    for (const tag of document.querySelectorAll('.tag.new')) tag.remove();
    if (!input.value) return;
    const {none, some} = label.dataset;
    state.textContent = fillIn(markNew(input.value) ? some : none, {day: inWords(input.value)});
  });
}

startVisits();

/** Marks what is new, and says whether anything is; undefined on a page without updates. */
function markNew(since: string): boolean | undefined {
  let isNew: boolean | undefined;
  for (const entry of document.querySelectorAll<HTMLElement>('[data-published]')) {
    isNew ??= false;
    if ((entry.dataset.published ?? '') < since) continue;
    isNew = true;
    const list = entry.closest<HTMLElement>('[data-new]');
    const tag = Object.assign(document.createElement('span'), {className: 'tag new', textContent: list?.dataset.new});
    (entry.querySelector('h2, h3') ?? entry).append(' ', tag);
  }
  return isNew;
}
