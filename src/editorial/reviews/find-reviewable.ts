import {changedPages, uncoveredChanges} from '../../diff/published/changed-pages.ts';
import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {fileOfPage, idFrom, pageIds, recordedText, unknownPage} from '../../model/pages/known-pages.ts';
import {addressOf, pageIdOf} from '../../model/pages/page-id.ts';
import type {Fault} from '../../model/problem.ts';
import {allPages, type PageEntry, type Toolkit} from '../../model/toolkit.ts';
import {isBeforeLaunch} from '../../model/updates/launch.ts';
import {type PublishedPage, publishedFingerprint} from '../../model/updates/published.ts';

/** A page that can be reviewed, with its published text. */
export interface ReviewablePage {
  page: PageEntry;
  text: PublishedPage;
}

/** Finds the page by its id, file or address, or returns why it cannot be reviewed. */
export function findReviewable(toolkit: Toolkit, word: string): ReviewablePage | Fault {
  const frozen = frozenPage(toolkit, word);
  if (frozen) return frozen;
  const id = idFrom(word);
  const page = allPages(toolkit).find((entry) => entry.id === id);
  if (!page) return missingPage(toolkit, id);
  if (isGeneratedPage(id)) {
    const problem = `\`${id}\` is a generated page, expected one that an author wrote`;
    return {problem, fix: 'Leave it: it is generated from the code and the configuration.'};
  }
  if (page.data.withdrawn) {
    const problem = `\`${id}\` was withdrawn on ${page.data.withdrawn.on}, expected a current page`;
    return {problem, fix: `Leave it, or make it current again first: \`npm run withdraw -- ${id} --undo\`.`};
  }
  const text = recordedText(toolkit, page);
  if (!text) {
    const problem = `\`${id}\` was never published, expected a page that readers see`;
    return {problem, fix: `${howToPublish(toolkit, id)} Then run this command again.`};
  }
  if (publishedFingerprint(toolkit, text) !== page.fingerprint()) {
    const problem = `\`${id}\` has changes that readers do not see yet, expected the published text`;
    const fix = `${howToPublish(toolkit, id)} Or undo them: use \`git restore ${page.document.path}\` if they are not committed; the published text is \`${text.path}\`. Then run this command again.`;
    return {problem, fix};
  }
  return {page, text};
}

/** The next step on the way of a page to its readers. */
function howToPublish(toolkit: Toolkit, id: string): string {
  if (isBeforeLaunch(toolkit)) return 'Publish it with `npm run publish -- --launch`.';
  const changed = changedPages(toolkit).get(id);
  const isNoted = toolkit.notes.some(({data}) => data.pages.includes(id));
  return isNoted && changed && uncoveredChanges(changed, toolkit.notes).length === 0
    ? 'Publish it with `npm run publish`.'
    : 'Describe it in a change note, `npm run new -- note`, and publish.';
}

/** Pages of editions are named as `2017-03:index`, by their file or by their address. */
function frozenPage({editions}: Toolkit, word: string): Fault | undefined {
  const [, name, rest = ''] = /^\/?(?:toolkit\/|versioned_docs\/version-)?([^/:]+)[/:](.*)$/.exec(word.trim()) ?? [];
  if (!editions.some((edition) => edition.name === name)) return undefined;
  return {
    problem: `\`${word}\` is a page of edition ${name}, expected a live page: editions never change`,
    fix: `Write the id of the live page, \`${pageIdOf(rest.replace(/\/$/, '')) || 'index'}\` unless it has moved.`,
  };
}

function missingPage(toolkit: Toolkit, id: string): Fault {
  if (pageIds(toolkit).includes(id)) {
    const problem = `\`${fileOfPage(id)}\` cannot be read as a page, expected valid front matter`;
    return {problem, fix: 'Run `npm run check`, and fix what it finds.'};
  }
  const heir = allPages(toolkit).find(({data}) => data.redirect_from?.includes(addressOf(id)));
  if (!heir) return unknownPage(id, pageIds(toolkit));
  return {
    problem: `\`${id}\` has moved to \`${heir.id}\`, expected the id of a live page`,
    fix: `Write \`${heir.id}\`.`,
  };
}
