import type {BlockContent, PhrasingContent} from 'mdast';
import {limitedBody} from '../../../format/limited-body.ts';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import type {AnnouncedChange, Announcement} from '../../../model/updates/announce.ts';
import {titlesOf} from '../../../model/updates/announce.ts';
import type {Publication} from './read-publication.ts';

/** The run that asks, as GitHub tells it. */
export interface Asking {
  /** Who started it. */
  actor: string;
  runUrl: string;
}

/** The words of a pull request that publishes: what its reader has to do, then the update as readers will see it. */
export function renderBody(publication: Publication, asking: Asking): string {
  const body = limitedBody(stringify(whatToDo(publication, asking)));
  const isWhole = preview(publication).every((block) => body.add(stringify([block])));
  if (isWhole) return body.render();
  const where = publication.update?.path ?? 'versions.json';
  return body.render(stringify([paragraph([text('There is more than fits here: read '), code(where), text('.')])]));
}

function whatToDo({update}: Publication, {actor, runUrl}: Asking): BlockContent[] {
  const run = link(runUrl, [text('the run that opened it')]);
  const mail = text(
    ' The e-mail to readers, ready to be sent after the merge, is kept there for 30 days, under Artifacts.',
  );
  const steps = [
    [text(`Read what is published, below${update ? ', as readers will see it' : ''}.`)],
    [
      text('Somebody other than '),
      code(actor),
      text(', who started it, approves. GitHub cannot see to that by itself.'),
    ],
    [text('Merge it, and the site is built anew.')],
  ];
  return [
    heading('What to do'),
    {type: 'list', ordered: true, start: 1, spread: false, children: steps.map((step) => listItem([paragraph(step)]))},
    paragraph([
      text('Is anything wrong, or has the main branch changed since? Close this, delete its branch, and start again: '),
      text('nothing is published until this is merged.'),
    ]),
    paragraph([text('The checks, the build and the tests passed in '), run, text('.'), ...(update ? [mail] : [])]),
    paragraph([
      text('Where GitHub asks whether the checks here may run, approve that. '),
      text('Where it waits for checks that do not start, close this and open it again.'),
    ]),
  ];
}

function preview({update, edition}: Publication): BlockContent[] {
  const editionBlocks = edition
    ? [paragraph([text(`Edition ${edition.name}: `), link(edition.url, [code(edition.url)])])]
    : [];
  if (!update) return [heading('What is published'), ...editionBlocks];
  const {title, day, url, major, minor, pages} = update.announcement;
  return [
    heading(title),
    paragraph([text(`Published ${day}`)]),
    ...major.flatMap(changeBlocks),
    ...smallCorrections(minor),
    heading(pages.length === 1 ? 'Page' : `Pages (${pages.length})`),
    ...pages.map(pageItem),
    paragraph([text('Address: '), link(url, [code(url)])]),
    ...editionBlocks,
  ];
}

function changeBlocks(change: AnnouncedChange): BlockContent[] {
  return [
    paragraph([{type: 'strong', children: toPhrasing(titlesOf(change))}]),
    paragraph(toPhrasing(change.note)),
    ...change.answers.map(({question, answer}) => item([text(`${question}: `), ...toPhrasing(answer)])),
  ];
}

function smallCorrections(minor: readonly AnnouncedChange[]): BlockContent[] {
  if (minor.length === 0) return [];
  return [
    heading('Small corrections'),
    ...minor.map((change) => item([...toPhrasing(titlesOf(change)), text(': '), ...toPhrasing(change.note)])),
  ];
}

function pageItem({title, url}: Announcement['pages'][number]): BlockContent {
  const name = toPhrasing(title);
  return item(url === undefined ? [...name, text(', no longer there')] : [link(url, name)]);
}

/** A list of its own for each, so that a long one can be cut. */
function item(children: PhrasingContent[]): BlockContent {
  return {type: 'list', ordered: false, spread: false, children: [listItem([paragraph(children)])]};
}

function heading(words: string): BlockContent {
  return {type: 'heading', depth: 2, children: toPhrasing(words)};
}
