import {startCopying} from './copy.ts';
import {keep} from './stored.ts';

type Mode = 'light' | 'dark';

/** The inline script in the head of every page reads the same key before the first paint. */
const STORAGE_KEY = 'colour-mode';

/** Shows the button and lets it switch between light and dark; the choice stays on this device. */
function startColourMode(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-colour-mode]');
  if (!button) return;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');

  function current(): Mode {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return prefersDark.matches ? 'dark' : 'light';
  }

  function show(): void {
    button?.setAttribute('aria-pressed', String(current() === 'dark'));
  }

  button.addEventListener('click', () => {
    const mode = opposite(current());
    document.documentElement.dataset.theme = mode;
    keep(STORAGE_KEY, mode);
    show();
  });
  prefersDark.addEventListener('change', show);
  show();
  button.hidden = false;
}

function opposite(mode: Mode): Mode {
  return mode === 'dark' ? 'light' : 'dark';
}

/** Opens what is folded in the section that the address names, so that a link to it shows what it promises. */
function openTarget(): void {
  const section = document.getElementById(location.hash.slice(1))?.closest('section');
  for (const part of section?.querySelectorAll<HTMLDetailsElement>(':scope > details') ?? []) part.open = true;
}

for (const part of document.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;
startColourMode();
openTarget();
addEventListener('hashchange', openTarget);
for (const control of document.querySelectorAll('[data-print]')) {
  // After the link to the briefing was followed: the page shows it while the address names it.
  control.addEventListener('click', () => setTimeout(() => print()));
}
startCopying();
