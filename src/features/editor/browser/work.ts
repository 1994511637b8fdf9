import {isPagePath} from '../../../content/pages/page-id.ts';
import {type Html, html} from '../../../format/html.ts';
import type {LocalWork} from '../server/local-work.ts';
import {renderProblem, type ShownProblem} from './problems.ts';

/** What an action did, or what stops it. */
interface Answer {
  action?: string;
  update?: string;
  problems?: ShownProblem[];
  error?: string;
  fix?: string;
}

type Work = LocalWork & {unfinished: readonly string[]};

/** What the server does for a button, and what is shown meanwhile. */
const STEPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  preview: {check: 'Checking every page…', preview: 'Every page is fine. Writing the update as readers will see it…'},
  publish: {publish: 'Publishing on this computer…'},
  undo: {undo: 'Undoing the last update…'},
  send: {send: 'Sending to GitHub…'},
};

/** The first screen as it was last: it is here again at once, and stays until what is new is known. */
let lastWork = '';

/** The first screen: what waits on this computer and for whom, with buttons that publish, undo and send it. */
export async function showWork(panel: HTMLElement): Promise<void> {
  const shown = document.createElement('div');
  panel.replaceChildren(shown);
  const announce = (text: string) => {
    shown.innerHTML = html`<p><strong>${text}</strong></p>`.html + lastWork.replaceAll('<button', '<button disabled');
    panel.scrollTop = 0;
  };
  const read = async (options = {}): Promise<unknown> => (await fetch('work', options)).json();
  const run = async (button: string) => {
    let answer: Answer = {};
    for (const [action, text] of Object.entries(STEPS[button] ?? {})) {
      announce(`${text} This may take a minute.`);
      answer = (await read({method: 'POST', body: JSON.stringify({action})})) as Answer;
      if (answer.error !== undefined || answer.problems?.length) break;
    }
    announce('Reading your pages to see what waits on this computer…');
    lastWork = renderWork((await read()) as Work).html;
    shown.innerHTML = html`${renderAnswer(answer)}`.html + lastWork;
  };
  shown.addEventListener('click', ({target}) => {
    if (target instanceof HTMLButtonElement && target.value) void run(target.value);
  });
  await run('');
}

/** What has happened, and what comes next. */
const DONE: Readonly<Record<string, string>> = {
  publish: 'The update is published on this computer. Next: send it.',
  undo: 'The update is undone, and its notes wait again. If you have sent it already, send again: until then the update is still in what you sent.',
  send: 'Everything is sent.',
};

function renderAnswer({action = '', update, problems, error, fix}: Answer): Html | false {
  if (error !== undefined) return html`<p><strong>That did not work:</strong> ${error}. ${fix}</p>`;
  if (problems) {
    const pages = [...Map.groupBy(problems, ({path}) => path)].map(
      ([path, problems]) => html`<p>${linkTo(path)}</p>${problems.map((problem) => renderProblem(problem))}`,
    );
    return html`<p><strong>Nothing is published. Fix this first:</strong></p>${pages}`;
  }
  if (update === undefined) return action !== '' && html`<p><strong>${DONE[action]}</strong></p>`;
  return html`${button('publish', 'Publish')}<p><strong>This is what readers will see:</strong></p><pre>${update}</pre>`;
}

function renderWork({notes, unsent, unfinished, pullRequest, update}: Work): Html {
  const drafts =
    unfinished.length > 0 &&
    html`<p>Not finished: ${unfinished.map((page, index) => html`${index > 0 && ', '}${linkTo(page)}`)}. Nothing can be published before you fix these pages, or switch on “Not ready yet” in a new one. To give up a new page, open it and choose “Delete entry”.</p>`;
  const waiting =
    notes.length > 0 &&
    html`${list(
      'Change notes that wait for an editor to publish them',
      notes.map(({pages, note}) => `${note} (${pages.join(', ')})`),
    )}${button('preview', 'See what readers will get')}`;
  const published =
    update?.canUndo &&
    html`<p>“${update.title}” is published on this computer. Readers see it once it is sent and accepted.</p>${button('undo', 'Undo the last update')}`;
  const alsoSent =
    unfinished.length > 0 &&
    html`<p>${unfinished.length === 1 ? '1 page is' : `${unfinished.length} pages are`} not finished, and will be sent too.</p>`;
  const mine =
    unsent &&
    unsent.length > 0 &&
    html`${list('Files that wait for you to send them', unsent)}${alsoSent}${button('send', 'Send to GitHub')}`;
  const sent =
    pullRequest !== undefined &&
    html`<p>What you sent is not on the site yet. <a href="${pullRequest}" target="_blank" rel="noopener">Open it on GitHub</a> and choose “Create pull request”, unless you did before. Then another editor accepts it.</p>`;
  const mail =
    update?.hasEmail &&
    html`<p><a href="email" target="_blank">Open the email</a> about “${update.title}”. Send it to your mailing list once the update is on the site.</p>`;
  const unknown =
    unsent === undefined &&
    html`<p>You cannot send changes from this folder, because git does not know it. Ask a colleague who knows git to set it up.</p>`;
  const nothing = !waiting && !mine && !sent && html`<p>Nothing waits here. Choose a page to change it.</p>`;
  return html`${drafts}${waiting}${published}${mine}${sent}${mail}${unknown}${nothing}`;
}

/** A page opens in the editor. */
function linkTo(path: string): Html {
  return isPagePath(path) ? html`<a href="?page=${encodeURIComponent(path)}">${path}</a>` : html`${path}`;
}

function list(label: string, items: readonly string[]): Html {
  return html`<details><summary>${label}: ${items.length}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`;
}

function button(action: string, label: string): Html {
  return html`<p><button value="${action}">${label}</button></p>`;
}
