import {isGeneratedPage} from '../generated-pages.ts';
import {addressOf, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {pageSchema} from '../schemas/page-schema.ts';
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

/** What is wrong with the words to readers, and with the page that they are to read instead. */
export function judgeWithdrawal(toolkit: Toolkit, page: WithdrawablePage, {why, replacedBy}: Withdrawal): Fault[] {
  if (page.withdrawn) {
    const problem = `\`${page.id}\` was withdrawn on ${page.withdrawn.on}, expected a page that still holds`;
    return [
      {problem, fix: `Change the words under \`withdrawn\` in \`${page.path}\`, or let it hold again with \`--undo\`.`},
    ];
  }
  return [...judgeWhy(toolkit, why), ...(replacedBy === undefined ? [] : judgeSuccessor(toolkit, page.id, replacedBy))];
}

/** What is wrong with a reason. */
export function judgeWhy({config}: Toolkit, why: string): Fault[] {
  const {why: schema} = pageSchema(config).shape.withdrawn.unwrap().shape;
  const isSentence =
    schema.safeParse(why.trim()).success && !/\p{Cc}/u.test(why) && (why.match(/[.!?](?=\s|$)/g) ?? []).length <= 1;
  if (isSentence) return [];
  const problem =
    why.trim() === ''
      ? 'no reason given, expected one sentence to readers'
      : '`--why` holds fewer than 10 characters, several sentences or several lines, expected one sentence to readers';
  return [
    {problem, fix: 'Add `--why "..."`, such as `--why "The service has closed, and its figures no longer hold."`.'},
  ];
}

/** What is wrong with the page to read instead. */
export function judgeSuccessor(toolkit: Toolkit, id: string, successor: string): Fault[] {
  const page = allPages(toolkit).find((entry) => entry.id === successor);
  if (successor === id) {
    const problem = `\`--replaced-by\` names the page itself, expected the page to read instead`;
    return [{problem, fix: 'Name another page, or leave the option out.'}];
  }
  if (!page)
    return [
      unknownPage(
        successor,
        pageIds(toolkit).filter((one) => one !== id),
      ),
    ];
  if (!page.data.withdrawn) return [];
  const next = page.data.withdrawn.replaced_by;
  return [
    {
      problem: `\`${successor}\` was withdrawn itself, expected a page that holds`,
      fix: next
        ? `Write \`--replaced-by ${next}\`, which readers of that page are led to.`
        : 'Name another page, or leave the option out.',
    },
  ];
}

/** The page with its notice. */
export function planWithdrawal(page: WithdrawablePage, {on, why, replacedBy}: Withdrawal): TreeChange {
  const value = {on, why: why.trim(), ...(replacedBy !== undefined && {replaced_by: replacedBy})};
  return {written: new Map([[page.path, setKey(page.text, 'withdrawn', value)]]), removed: [], touched: []};
}

/** The page without its notice. */
export function planReturn({path, text}: WithdrawablePage): TreeChange {
  return {written: new Map([[path, setKey(text, 'withdrawn', undefined)]]), removed: [], touched: []};
}
