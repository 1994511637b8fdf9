import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {idFrom, pageIds, recordedText, unknownPage} from '../../model/pages/known-pages.ts';
import type {Fault} from '../../model/problem.ts';
import {allPages, type PageEntry, type Toolkit} from '../../model/toolkit.ts';
import {type PublishedPage, publishedFingerprint} from '../../model/updates/published.ts';

/** A page that can be reviewed, with its published text. */
export interface ReviewablePage {
  page: PageEntry;
  text: PublishedPage;
}

const PUBLISH =
  'Run `npm run review`: it says what to do before you can publish the page. Then run this command again.';

/** Finds the page by its id, file or address, or returns why it cannot be reviewed. */
export function findReviewable(toolkit: Toolkit, word: string): ReviewablePage | Fault {
  const id = idFrom(word);
  const page = allPages(toolkit).find((entry) => entry.id === id);
  if (!page) return unknownPage(id, pageIds(toolkit));
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
    return {problem, fix: PUBLISH};
  }
  if (publishedFingerprint(toolkit, text) !== page.fingerprint()) {
    const problem = `\`${id}\` has changes that readers do not see yet, expected the published text`;
    return {problem, fix: `${PUBLISH} Or undo them: the published text is \`${text.path}\`.`};
  }
  return {page, text};
}
