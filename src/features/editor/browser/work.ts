import {type Html, html} from '../../../format/html.ts';
import type {ReportedProblem} from '../../../rules/report/report-schema.ts';
import type {LocalWork} from '../server/local-work.ts';
import {renderProblem} from './problems.ts';

type Answer = LocalWork & {
  done?: {action: string; update?: string; problems?: ReportedProblem[]};
  error?: string;
  fix?: string;
};

/**
 * The first screen: what waits on this computer and for whom, with buttons that publish, undo and send it.
 *
 * @param address where `npm run edit` answers
 * @param email the address of the email of the newest update
 */
export async function showWork(panel: HTMLElement, address: string, email: string): Promise<void> {
  const shown = document.createElement('div');
  panel.replaceChildren(shown);
  const read = async (options = {}) => (await (await fetch(address, options)).json()) as Answer;
  const ask = async (options = {}) => {
    shown.textContent = 'One moment… This may take a minute.';
    const answer = await read(options);
    const work = answer.error === undefined ? answer : await read();
    shown.innerHTML = html`${renderAnswer(answer)}${renderWork(work, email)}`.html;
  };
  shown.addEventListener('click', ({target}) => {
    const action = target instanceof HTMLButtonElement && target.value;
    if (action) void ask({method: 'POST', body: JSON.stringify({action})});
  });
  await ask();
}

/** What has happened, and what comes next. */
const DONE: Readonly<Record<string, string>> = {
  publish: 'The update is published on this computer. Next: send it.',
  undo: 'The update is undone, and its notes wait again. If you have sent it already, send again: until then the update is still in what you sent.',
  send: 'Everything is sent.',
};

function renderAnswer({done, error, fix}: Answer): Html | false {
  if (error !== undefined) return html`<p><strong>That did not work:</strong> ${error}. ${fix}</p>`;
  if (done?.problems) {
    const pages = [...Map.groupBy(done.problems, ({path}) => path)].map(
      ([path, problems]) => html`<p>${linkTo(path)}</p>${problems.map((problem) => renderProblem(problem))}`,
    );
    return html`<p><strong>Nothing is published. Fix this first:</strong></p>${pages}`;
  }
  if (done?.update === undefined)
    return done !== undefined && html`<p><strong>${DONE[done.action] ?? 'Done.'}</strong></p>`;
  return html`<p><strong>This is what readers will see:</strong></p><pre>${done.update}</pre>${button('publish', 'Publish')}`;
}

function renderWork({notes, unsent, pullRequest, update}: LocalWork, email: string): Html {
  const waiting =
    notes.length > 0 &&
    html`${list(
      'Change notes that wait for an editor to publish them',
      notes.map(({pages, note}) => `${note} (${pages.join(', ')})`),
    )}${button('preview', 'See what readers will get')}`;
  const published =
    update?.canUndo &&
    html`<p>“${update.title}” is published on this computer. Readers see it once it is sent and merged.</p>${button('undo', 'Undo the last update')}`;
  const mine =
    unsent &&
    unsent.length > 0 &&
    html`${list('Files that wait for you to send them', unsent)}${button('send', 'Send to GitHub')}`;
  const sent =
    pullRequest !== undefined &&
    html`<p>What you sent is not on the site yet. <a href="${pullRequest}" target="_blank" rel="noopener">Open it on GitHub</a> and choose “Create pull request”, unless you did before. Then another editor accepts it.</p>`;
  const mail =
    update?.hasEmail &&
    html`<p><a href="${email}" target="_blank">Open the email</a> about “${update.title}”. Send it to your mailing list once the update is on the site.</p>`;
  const unknown =
    unsent === undefined &&
    html`<p>You cannot send changes from this folder, because git does not know it. Ask a colleague who knows git to set it up.</p>`;
  const nothing = !waiting && !mine && !sent && html`<p>Nothing waits here. Choose a page to change it.</p>`;
  return html`${waiting}${published}${mine}${sent}${mail}${unknown}${nothing}`;
}

/** A page of a folder opens in the editor. */
function linkTo(path: string): Html {
  const [, page] = /^docs\/([^/]+\/[^/]+)\.md$/.exec(path) ?? [];
  return page === undefined ? html`${path}` : html`<a href="?page=${encodeURIComponent(page)}">${path}</a>`;
}

function list(label: string, items: readonly string[]): Html {
  return html`<details><summary>${label}: ${items.length}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`;
}

function button(action: string, label: string): Html {
  return html`<p><button value="${action}">${label}</button></p>`;
}
