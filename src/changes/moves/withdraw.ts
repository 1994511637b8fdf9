import {setKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {
  fileOfPage,
  pageIds,
  pageWithId,
  successorOf,
  unknownPage,
  wasPublished,
} from '../../content/pages/known-pages.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import type {Fault} from '../../content/problem.ts';
import {pageSchema} from '../../content/schemas/page-schema.ts';
import {allPages, isPage, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import type {TreeChange} from './plan-move.ts';

export interface Withdrawal {
  /** The day it is withdrawn, `2026-11-24`. */
  on: string;
  why: string;
  replacedBy: string | undefined;
}

/** A page to withdraw or restore. Its text comes from the record if the live file is gone. */
export interface WithdrawablePage {
  id: string;
  path: string;
  text: string;
  title: string;
  withdrawn: PageEntry['data']['withdrawn'];
}

/** Finds the page to withdraw, or explains why it cannot be. A deleted page comes back as it was published. */
export function findWithdrawable(toolkit: Toolkit, id: string): WithdrawablePage | Fault {
  const live = toolkit.documents.find((entry) => isPage(entry) && pageIdOf(entry.document.path) === id)?.document;
  const document = live ?? toolkit.published.texts.get(id)?.document();
  const successor = successorOf(toolkit, id);
  if (!live && successor)
    return {
      problem: `\`${id}\` has moved to \`${successor.id}\`, expected the id of a live page`,
      fix: `Write \`${successor.id}\`.`,
    };
  if (!document) return unknownPage(id, pageIds(toolkit));
  if (isGeneratedPage(id))
    return {
      problem: `\`${id}\` is a generated page, expected a written one`,
      fix: 'Keep it: it follows from the code and the configuration.',
    };
  if (id === 'index')
    return {problem: '`index` is the front page, expected another page', fix: 'Change its text instead.'};
  if (!wasPublished(toolkit, id))
    return {
      problem: `\`${id}\` was never published, expected a page that readers know`,
      fix: `Delete \`${document.path}\` and the note that waits for it.`,
    };
  const {title, withdrawn} = (document.frontMatter ?? {}) as Partial<PageEntry['data']>;
  return {id, path: fileOfPage(id), text: document.text, title: String(title ?? id), withdrawn};
}

export function checkWhy({config}: Toolkit, why: string): Fault[] {
  const {why: schema} = pageSchema(config).shape.withdrawn.unwrap().shape;
  const isSentence =
    schema.safeParse(why.trim()).success && !/\p{Cc}/u.test(why) && (why.match(/[.!?](?=\s|$)/g) ?? []).length <= 1;
  if (isSentence) return [];
  const reason = why.trim() === '' ? 'no reason given' : '`--why` is not one sentence of at least 10 characters';
  return [
    {
      problem: `${reason}, expected one sentence to readers`,
      fix: 'Add `--why "..."`, such as `--why "The service has closed, and its figures are out of date."`.',
    },
  ];
}

export function checkSuccessor(toolkit: Toolkit, id: string, successor: string): Fault[] {
  const others = pageIds(toolkit).filter((pageId) => pageId !== id);
  if (successor === id)
    return [
      {
        problem: '`--replaced-by` names the page itself, expected another page',
        fix: 'Name another page, or leave the option out.',
      },
    ];
  const page = pageWithId(toolkit, successor);
  if (!page) return [unknownPage(successor, others)];
  if (!page.data.withdrawn) return [];
  const next = page.data.withdrawn.replaced_by;
  return [
    {
      problem: `\`${successor}\` was withdrawn itself, expected a current page`,
      fix: next ? `Write \`--replaced-by ${next}\`, which replaces it.` : 'Name another page, or leave the option out.',
    },
  ];
}

/** Adds the notice to a page. Pages that it had replaced now name its successor, so that readers need one step. */
export function planWithdrawal(
  toolkit: Toolkit,
  page: WithdrawablePage,
  {on, why, replacedBy}: Withdrawal,
): TreeChange {
  const instead = replacedBy !== undefined && {replaced_by: replacedBy};
  const referring = allPages(toolkit).filter(({data}) => data.withdrawn?.replaced_by === page.id);
  return toChange(page, {on, why: why.trim(), ...instead}, referring, ({data: {withdrawn}}) => {
    const {on: since = on, why: reason = ''} = withdrawn ?? {};
    return {on: since, why: reason, ...instead};
  });
}

/** Removes the notice from a page, and restores it as the replacement of the pages that named it. */
export function planReturn(toolkit: Toolkit, page: WithdrawablePage): TreeChange {
  const referring = allPages(toolkit).filter(({id, data}) => {
    const published = toolkit.published.texts.get(id)?.document().frontMatter as Partial<PageEntry['data']> | undefined;
    const isLed = data.withdrawn?.replaced_by === page.withdrawn?.replaced_by;
    return isLed && published?.withdrawn?.replaced_by === page.id;
  });
  return toChange(page, undefined, referring, ({data}) => ({...data.withdrawn, replaced_by: page.id}));
}

function toChange(
  {path, text}: WithdrawablePage,
  notice: object | undefined,
  referring: readonly PageEntry[],
  noticeOf: (page: PageEntry) => object,
): TreeChange {
  const texts = referring.map(
    (page) => [page.document.path, setKey(page.document.text, 'withdrawn', noticeOf(page))] as const,
  );
  return {
    written: new Map([...texts, [path, setKey(text, 'withdrawn', notice)]]),
    removed: [],
    touched: referring.map(({id}) => id),
  };
}
