import {isGeneratedPage} from '../generated-pages.ts';
import {addressOf, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages, isPage} from '../toolkit.ts';
import {setKey} from './edit-front-matter.ts';
import {fileOfPage, pageIds, unknownPage} from './page-file.ts';
import type {TreeChange} from './tree-change.ts';
import {wasPublished} from './was-published.ts';

/** What readers are to be told of a page that no longer holds. */
export interface Withdrawal {
  /** The day it is withdrawn, `2026-11-24`. */
  on: string;
  why: string;
  replacedBy: string | undefined;
}

/** A page that may be withdrawn, or that was; its file is the text on record where the live one is gone. */
export interface WithdrawablePage {
  id: string;
  path: string;
  text: string;
  title: string;
  withdrawn: PageEntry['data']['withdrawn'];
}

/** Finds the page to withdraw, or says why it cannot be; one that was deleted comes back as it was published. */
export function findWithdrawable(toolkit: Toolkit, id: string): WithdrawablePage | Fault[] {
  const live = toolkit.documents.find((entry) => isPage(entry) && pageIdOf(entry.document.path) === id)?.document;
  const document = live ?? toolkit.published.texts.get(id)?.document();
  const heir = allPages(toolkit).find(({data}) => data.redirect_from?.includes(addressOf(id)));
  if (!live && heir) {
    const problem = `\`${id}\` has moved to \`${heir.id}\`, expected the id of a page of today`;
    return [{problem, fix: `Write \`${heir.id}\`.`}];
  }
  if (!document) return [unknownPage(id, pageIds(toolkit))];
  if (isGeneratedPage(id)) {
    const problem = `\`${id}\` is a generated page, expected one that somebody wrote`;
    return [{problem, fix: 'Leave it: it follows from the code and the configuration.'}];
  }
  if (id === 'index') {
    const problem = '`index` is the front page, expected a page that the toolkit can be without';
    return [{problem, fix: 'Change its words instead.'}];
  }
  if (!wasPublished(toolkit, id)) {
    const problem = `\`${id}\` was never published, expected a page that readers know`;
    return [{problem, fix: `Delete \`${document.path}\` and the note that waits for it; nobody can miss it.`}];
  }
  const {title, withdrawn} = (document.frontMatter ?? {}) as {
    title?: unknown;
    withdrawn?: WithdrawablePage['withdrawn'];
  };
  return {id, path: fileOfPage(id), text: document.text, title: String(title ?? id), withdrawn};
}

/** The page with its notice; pages that were withdrawn for it lead on to where it leads: no reader takes two steps. */
export function planWithdrawal(
  toolkit: Pick<Toolkit, 'pages' | 'caseStudies'>,
  page: WithdrawablePage,
  {on, why, replacedBy}: Withdrawal,
): TreeChange {
  const instead = replacedBy !== undefined && {replaced_by: replacedBy};
  const led = [...toolkit.pages, ...toolkit.caseStudies].filter(({data}) => data.withdrawn?.replaced_by === page.id);
  const texts = led.map(({document, data: {withdrawn}}): [string, string] => {
    const {on: since = on, why: reason = ''} = withdrawn ?? {};
    return [document.path, setKey(document.text, 'withdrawn', {on: since, why: reason, ...instead})];
  });
  const own = setKey(page.text, 'withdrawn', {on, why: why.trim(), ...instead});
  return {written: new Map([...texts, [page.path, own]]), removed: [], touched: led.map(({id}) => id)};
}

/** The page without its notice; pages that led to it when they were published lead there again. */
export function planReturn(toolkit: Toolkit, {id, path, text, withdrawn}: WithdrawablePage): TreeChange {
  const led = allPages(toolkit).filter((page) => {
    const published = toolkit.published.texts.get(page.id)?.document().frontMatter as
      | {withdrawn?: WithdrawablePage['withdrawn']}
      | undefined;
    return page.data.withdrawn?.replaced_by === withdrawn?.replaced_by && published?.withdrawn?.replaced_by === id;
  });
  const texts = led.map(({document, data}): [string, string] => [
    document.path,
    setKey(document.text, 'withdrawn', {...data.withdrawn, replaced_by: id}),
  ]);
  const own = setKey(text, 'withdrawn', undefined);
  return {written: new Map([...texts, [path, own]]), removed: [], touched: led.map((page) => page.id)};
}
