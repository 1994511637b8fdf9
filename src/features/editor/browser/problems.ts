import {folderOfForm} from '../../../content/addresses/editor-links.ts';
import type {Severity} from '../../../content/problem.ts';
import {labelOf} from '../../../content/schemas/inspect-schema.ts';
import {type Html, html} from '../../../format/html.ts';
import type {ReportedProblem} from '../../../rules/report/report-schema.ts';
import LABELS from '../forms/labels.json' with {type: 'json'};

/** A problem with the first words of the text that it is about, if that is not in a field of its own. */
type ShownProblem = ReportedProblem & {text?: string};

const SEVERITIES: Readonly<Record<Severity, string>> = {error: 'Must be fixed', warning: 'Please check', note: 'Note'};

/**
 * Shows what the check finds in the saved version of a page, when the page is opened and after each save.
 *
 * @param panel the element in which it is shown
 * @returns shows it again, after a save.
 */
export function showProblems(panel: HTMLElement): () => Promise<void> {
  const show = async () => {
    const [, folder, name] = /^#\/collections\/([^/]+)\/entries\/([^?]+)/.exec(location.hash) ?? [];
    if (!folder || !name) return panel.replaceChildren();
    const isOpen = panel.querySelector('details')?.open ?? false;
    const shown = Object.assign(document.createElement('div'), {textContent: 'Checking the saved version…'});
    panel.replaceChildren(shown);
    const path = `${folderOfForm(folder)}/${decodeURIComponent(name)}.md`;
    const response = await fetch(`checks?${new URLSearchParams({path})}`);
    // If somebody opened another page meanwhile, it is no longer in the panel.
    shown.innerHTML = response.ok
      ? render((await response.json()) as ShownProblem[], isOpen)
      : 'The check failed: see the terminal.';
  };
  addEventListener('hashchange', show);
  panel.addEventListener('click', ({target}) => {
    if (target instanceof HTMLButtonElement) showField(document.querySelector(`[id^="${target.value}-field"]`));
  });
  void show();
  return show;
}

/** Scrolls to a field of Decap CMS, from something in it; returns its label. */
export function showField(inside: Element | null): string | undefined {
  const field = inside?.closest('[class*="ControlContainer"]');
  field?.scrollIntoView({block: 'center'});
  field?.querySelector<HTMLElement>('input, textarea')?.focus();
  return field?.querySelector('label')?.textContent;
}

function render(problems: readonly ShownProblem[], isOpen: boolean): string {
  if (problems.length === 0) return 'Last saved version: no problems that a program can find.';
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return html`<details${isOpen && html` open`}><summary>Last saved version: ${count}</summary>${problems.map(renderProblem)}</details>`
    .html;
}

/** The choices of the field that asks whether readers need to know. */
const ANSWERS: Readonly<Record<string, string>> = {major: 'Yes', minor: 'No'};

const KEY_RE = /^[a-z]+(?:_[a-z]+)*$/;

/** A problem in the words of the form, if it has some. */
function renderProblem({severity, problem, fix, form, text}: ShownProblem): Html {
  const place = text && html` In the text: “${text} …”`;
  return html`<p><strong>${SEVERITIES[severity]}:</strong> ${withFields(form ?? `${problem}. ${fix}`)}${place}</p>`;
}

/** Keys between backticks are buttons that show their fields, named as in the form; other code stays. */
function withFields(text: string) {
  const parts = text.replace(/`changes`, item \d+, /g, '').split('`');
  return parts.map((part, index) => {
    const label = Object.entries(LABELS).find(([key]) => key === part)?.[1] ?? (KEY_RE.test(part) && labelOf(part));
    if (index % 2 === 0) return part;
    if (part in ANSWERS) return `“${ANSWERS[part]}”`;
    return label ? html`<button value="${part}">${label}</button>` : html`<code>${part}</code>`;
  });
}
