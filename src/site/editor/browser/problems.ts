import type {Report} from '../../../checks/report/report-schema.ts';
import type {Severity} from '../../../model/problem.ts';

const LABELS: Readonly<Record<Severity, string>> = {error: 'Must be fixed', warning: 'Please check', note: 'Note'};

/** The element of the page in which problems are shown. */
const PANEL_ID = 'problems';

/**
 * Shows what the check finds in a page when it is opened. It is about the last saved version, so typing clears it.
 *
 * @param checks where `npm run edit` answers
 * @returns shows it again, after a save.
 */
export function showProblems(checks: string): () => Promise<void> {
  const panel = document.getElementById(PANEL_ID);
  let asked: object = {};
  const clear = () => {
    asked = {};
    panel?.replaceChildren();
  };
  const show = async () => {
    clear();
    const [, folder, name] = /^#\/collections\/([^/]+)\/entries\/([^?]+)/.exec(location.hash) ?? [];
    if (!folder || !name) return;
    const current = asked;
    const path = `docs/${folder}/${decodeURIComponent(name)}.md`;
    const response = await fetch(`${checks}?${new URLSearchParams({path})}`);
    const found = response.ok
      ? list((await response.json()) as Report)
      : ['could not be checked; the terminal says why'];
    // Somebody typed meanwhile, or opened another page.
    if (current === asked) panel?.append('Last saved version: ', ...found);
  };
  addEventListener('hashchange', show);
  document.addEventListener('input', clear);
  void show();
  return show;
}

function list({problems}: Report): (Node | string)[] {
  if (problems.length === 0) return ['no problems that a program can find'];
  const details = element('details', '');
  details.append(element('summary', problems.length === 1 ? '1 problem' : `${problems.length} problems`));
  for (const {severity, problem, fix, example = ''} of problems) {
    const item = element('p', `: ${problem}. ${fix}`);
    item.prepend(element('strong', LABELS[severity]));
    details.append(item, ...(example ? [element('pre', example)] : []));
  }
  return [details];
}

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), {textContent: text});
}
