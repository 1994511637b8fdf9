import type {Severity} from '../../../content/problem.ts';
import {html} from '../../../format/html.ts';
import type {Report} from '../../../rules/report/report-schema.ts';

const LABELS: Readonly<Record<Severity, string>> = {error: 'Must be fixed', warning: 'Please check', note: 'Note'};

/**
 * Shows what the check finds in a page when it is opened. It is about the last saved version, so typing clears it.
 *
 * @param panel the element in which it is shown
 * @param checks where `npm run edit` answers
 * @returns shows it again, after a save.
 */
export function showProblems(panel: HTMLElement, checks: string): () => Promise<void> {
  const clear = () => panel.replaceChildren();
  const show = async () => {
    clear();
    const [, folder, name] = /^#\/collections\/([^/]+)\/entries\/([^?]+)/.exec(location.hash) ?? [];
    if (!folder || !name) return;
    const shown = Object.assign(document.createElement('div'), {textContent: 'Checking the saved version…'});
    panel.append(shown);
    const path = `docs/${folder}/${decodeURIComponent(name)}.md`;
    const response = await fetch(`${checks}?${new URLSearchParams({path})}`);
    // If somebody typed meanwhile, or opened another page, it is no longer in the panel.
    shown.innerHTML = response.ok ? render((await response.json()) as Report) : 'The check failed: see the terminal.';
  };
  addEventListener('hashchange', show);
  document.addEventListener('input', clear);
  void show();
  return show;
}

function render({problems}: Report): string {
  if (problems.length === 0) return 'Last saved version: no problems that a program can find.';
  const items = problems.map(
    ({severity, problem, fix}) => html`<p><strong>${LABELS[severity]}:</strong> ${withCode(`${problem}. ${fix}`)}</p>`,
  );
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return html`<details><summary>Last saved version: ${count}</summary>${items}</details>`.html;
}

/** Messages have code between backticks. */
function withCode(text: string) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
