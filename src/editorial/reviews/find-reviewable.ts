import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {fileOfPage, idFrom, pageIds, recordedText, unknownPage} from '../../model/pages/known-pages.ts';
import {addressOf, pageIdOf} from '../../model/pages/page-id.ts';
import type {Fault} from '../../model/problem.ts';
import type {PageEntry, Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';
import type {PublishedPage} from '../../model/updates/published.ts';
import {publishedFingerprint} from '../../model/updates/published.ts';

/** A page of which a check can be put on record, with its text as readers see it. */
export interface ReviewablePage {
  page: PageEntry;
  text: PublishedPage;
}

/** Finds the page that a word names by its id, its file or its address, or says why no check of it can be put on record. */
export function findReviewable(toolkit: Toolkit, word: string): ReviewablePage | Fault {
  const frozen = frozenPage(toolkit, word);
  if (frozen) return frozen;
  const id = idFrom(word);
  const page = allPages(toolkit).find((entry) => entry.id === id);
  if (!page) return missingPage(toolkit, id);
  if (isGeneratedPage(id)) {
    const problem = `\`${id}\` is a generated page, expected one that somebody wrote`;
    return {problem, fix: 'Leave it: it follows from the code and the configuration.'};
  }
  if (page.data.withdrawn) {
    const problem = `\`${id}\` was withdrawn on ${page.data.withdrawn.on}, expected a page that holds`;
    return {problem, fix: `Leave it, or let it hold again first: \`npm run withdraw -- ${id} --undo\`.`};
  }
  const text = recordedText(toolkit, page);
  if (!text) {
    const problem = `\`${id}\` was never published, expected a page that readers see`;
    return {problem, fix: 'Publish it with `npm run publish`, then run this command again.'};
  }
  if (publishedFingerprint(toolkit, text) !== page.fingerprint()) {
    const problem = `\`${id}\` has changes that readers do not see yet, expected the page as it was published`;
    const fix = `Publish them with \`npm run publish\`, or take them back: \`git restore ${page.document.path}\` does, where they are not committed, and the text that readers see is \`${text.path}\`. Then run this command again.`;
    return {problem, fix};
  }
  return {page, text};
}

/** Pages of editions are named as `2017-03:index`, by their file or by their address. */
function frozenPage({editions}: Toolkit, word: string): Fault | undefined {
  const [, name, rest = ''] = /^\/?(?:toolkit\/|versioned_docs\/version-)?([^/:]+)[/:](.*)$/.exec(word.trim()) ?? [];
  if (!editions.some((edition) => edition.name === name)) return undefined;
  return {
    problem: `\`${word}\` is of edition ${name}, expected a page of today: editions are kept as they were`,
    fix: `Write the id of the page of today, \`${pageIdOf(rest.replace(/\/$/, '')) || 'index'}\` unless it has moved.`,
  };
}

function missingPage(toolkit: Toolkit, id: string): Fault {
  if (pageIds(toolkit).includes(id)) {
    const problem = `\`${fileOfPage(id)}\` cannot be read as a page, expected sound front matter`;
    return {problem, fix: 'Run `npm run check`, and mend what it finds.'};
  }
  const heir = allPages(toolkit).find(({data}) => data.redirect_from?.includes(addressOf(id)));
  if (!heir) return unknownPage(id, pageIds(toolkit));
  return {
    problem: `\`${id}\` has moved to \`${heir.id}\`, expected the id of a page of today`,
    fix: `Write \`${heir.id}\`.`,
  };
}
