import type {BlockContent} from 'mdast';
import {renderPreview} from '../../../changes/publish/render-announcement.ts';
import type {Announcement} from '../../../changes/updates/announce.ts';
import {limitedBody} from '../../../format/limited-body.ts';
import {code, codeBlock, link, listItem, paragraph, stringify, text} from '../../../format/markdown-nodes.ts';
import {START_CHECKS} from '../../../io/github/open-pull-request.ts';

/** What a run publishes. */
export interface Publication {
  /** The last part of the name of its branch. */
  name: string;
  title: string;
  /** The file of the update; `undefined` where an edition alone is frozen. */
  update: {path: string; announcement: Announcement} | undefined;
  edition: {name: string; url: string} | undefined;
}

/** The workflow run that publishes. */
export interface Asking {
  /** Who started it; `undefined` where scheduled notes are due. */
  actor: string | undefined;
  runUrl: string;
}

/** The text of a pull request that publishes: what its reviewer has to do, then the update as readers will see it. */
export function renderPublicationBody(publication: Publication, asking: Asking): string {
  const body = limitedBody(stringify(whatToDo(publication, asking)));
  const isWhole = preview(publication).every((block) => body.add(stringify([block])));
  if (isWhole) return body.render();
  const where = publication.update?.path ?? 'versions.json';
  return body.render(stringify([paragraph([text('There is more than fits here: read '), code(where), text('.')])]));
}

function whatToDo({update}: Publication, {actor, runUrl}: Asking): BlockContent[] {
  const run = link(runUrl, [text('the run that opened it')]);
  const mail = paragraph([
    text('The email to readers is for 30 days under Artifacts of '),
    run,
    text('. Send it after the merge.'),
  ]);
  const steps = [
    [text(`${START_CHECKS} Merge only once they have passed.`)],
    [text(`Read below what is published${update ? ', as readers will see it' : ''}.`)],
    actor === undefined
      ? [text('Approve it. The day of each scheduled note has come.')]
      : [text('Approve it, unless you are '), code(actor), text(', who started it. GitHub cannot check that itself.')],
    [text('Merge it. The site is then built again.')],
  ];
  return [
    heading('What to do'),
    {type: 'list', ordered: true, start: 1, spread: false, children: steps.map((step) => listItem([paragraph(step)]))},
    paragraph([
      text(
        'If anything is wrong, or the main branch has changed since, close this, delete its branch and start again: ',
      ),
      text('nothing is published until this is merged.'),
    ]),
    ...(update ? [mail] : []),
  ];
}

function preview({update, edition}: Publication): BlockContent[] {
  const shown = update ? renderPreview(update.announcement) : `Edition ${edition?.name}: ${edition?.url}`;
  return [heading('What is published'), codeBlock(shown.trimEnd())];
}

function heading(words: string): BlockContent {
  return {type: 'heading', depth: 2, children: [text(words)]};
}
