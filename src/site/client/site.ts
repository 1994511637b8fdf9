import {linkOtherFigures, offerFigure, startCopying} from './copy.ts';
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

/** Opens what is folded around the place that the address names and in its section, so that a link shows what it promises. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const inside = target?.closest('section, figure')?.querySelectorAll<HTMLDetailsElement>(':scope > details') ?? [];
  let around = target?.closest('details');
  const closed = around?.open === false;
  for (const part of inside) part.open = true;
  for (; around; around = around.parentElement?.closest('details')) around.open = true;
  if (closed) target?.scrollIntoView();
  offerFigure(target);
}

/** Marks the section in view in the list of sections, which stays at the top of a phone and closes when one is chosen. */
function followSections(): void {
  const rail = document.querySelector<HTMLElement>('.page-rail:has(.rail-toggle)');
  const toggle = rail?.querySelector('details');
  if (!rail || !toggle) return;
  const places = [...rail.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => {
    return {link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1)))};
  });
  const mark = () => {
    // Facts next to the text are no section of it.
    const current = places.findLast(({heading}) => {
      return heading && !heading.closest('.facts') && heading.getBoundingClientRect().top < innerHeight / 4;
    });
    for (const place of places) {
      if (place === current) place.link.ariaCurrent = 'true';
      else place.link.removeAttribute('aria-current');
    }
  };
  // Headings far above count as seen, so that a jump over several is noticed.
  const observer = new IntersectionObserver(mark, {rootMargin: '999999px 0px -75%'});
  for (const {heading} of places) if (heading) observer.observe(heading);
  rail.dataset.sticks = '';
  rail.addEventListener('click', ({target}) => {
    if (target instanceof HTMLAnchorElement) toggle.open = false;
  });
}

for (const part of document.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;

// Code that few readers need is loaded when they begin.
for (const part of document.querySelectorAll<HTMLElement>('[data-script]'))
  part.addEventListener('focusin', () => import(part.dataset.script ?? ''), {once: true});
followSections();
startColourMode();
linkOtherFigures();
// The first figure shows what each one offers.
offerFigure(document.querySelector(':is(tr, li[id]):has(.figure-link)'));
openTarget();
addEventListener('hashchange', openTarget);
for (const control of document.querySelectorAll('[data-print]')) {
  control.addEventListener('click', () => print());
}
startCopying();
