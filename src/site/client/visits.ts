import './site.ts';
import {keep, recall} from './stored.ts';

/** The days of this visit and of the one before, `2026-11-27 2026-11-20`, once a reader asked to have them kept. */
const KEY = 'visits';

/** Marks what was published since the reader's last visit, for readers who asked for it with the button. */
function startVisits(): void {
  const today = new Date().toISOString().slice(0, 10);
  const [latest, before] = recall(KEY)?.split(' ') ?? [];
  const since = latest === today ? before : latest;
  if (latest !== undefined && latest !== today) keep(KEY, `${today} ${latest}`);
  if (since) markNew(since);
  const button = document.querySelector<HTMLButtonElement>('[data-visits]');
  if (!button) return;
  let isOn = latest !== undefined;
  button.setAttribute('aria-pressed', String(isOn));
  button.addEventListener('click', () => {
    isOn = !isOn;
    keep(KEY, isOn ? today : undefined);
    button.setAttribute('aria-pressed', String(isOn));
  });
}

startVisits();

function markNew(since: string): void {
  for (const entry of document.querySelectorAll<HTMLElement>('[data-published]')) {
    if ((entry.dataset.published ?? '') < since) continue;
    const list = entry.closest<HTMLElement>('[data-new]');
    const tag = Object.assign(document.createElement('span'), {className: 'tag new', textContent: list?.dataset.new});
    (entry.querySelector('h2, h3') ?? entry).append(' ', tag);
  }
}
