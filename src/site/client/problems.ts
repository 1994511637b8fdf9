import {keep, recall} from './stored.ts';

type Found = Record<'severity' | 'path' | 'rule' | 'problem' | 'fix', string> & {line?: number; example?: string};

/** Whether the author has closed the strip. */
const CLOSED = 'problems-closed';

const address = document.currentScript?.dataset.problems ?? '';

/** Shows what the check finds in the open page in a strip at its foot. Only the development server sends this script. */
async function showProblems(): Promise<void> {
  const response = await fetch(address);
  if (response.status === 204) return;
  const {problems = []} = response.ok ? ((await response.json()) as {problems: Found[]}) : {};
  const strip = add(document.body, 'details', '');
  strip.id = 'page-problems';
  strip.setAttribute(
    'style',
    'position:sticky;bottom:0;z-index:9;max-height:45vh;overflow:auto;padding:.5rem 1rem;border-top:3px solid var(--accent);background:var(--panel);color:var(--ink);font-size:.85rem',
  );
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  add(
    strip,
    'summary',
    response.ok ? `The check found ${count} in this page` : 'This page could not be checked: run `npm run check`',
  );
  for (const {severity, path, line, rule, problem, fix, example} of problems) {
    const place = line === undefined ? path : `${path}:${line}`;
    const paragraph = add(strip, 'p', `${problem}. ${fix} (${place}, ${rule})`);
    paragraph.prepend(Object.assign(document.createElement('strong'), {textContent: `${severity}: `}));
    if (example !== undefined) add(strip, 'pre', example);
  }
  strip.open = problems.length > 0 && recall(CLOSED) === undefined;
  strip.addEventListener('toggle', () => keep(CLOSED, strip.open ? undefined : 'yes'));
}

function add<Name extends keyof HTMLElementTagNameMap>(to: Element, name: Name, text: string) {
  const element = Object.assign(document.createElement(name), {textContent: text});
  to.append(element);
  return element;
}

void showProblems();
