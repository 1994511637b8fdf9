import {factNames} from '../../src/diff/diff-pages.ts';
import type {MeaningChange} from '../../src/diff/meaning/meaning-changes.ts';
import {changedPages, changesMade} from '../../src/diff/published/changed-pages.ts';
import {mergeTexts} from '../../src/diff/published/merge-texts.ts';
import type {TreeChange} from '../../src/editorial/moves/plan-move.ts';
import type {News} from '../../src/editorial/notes/plan-notes.ts';
import {commandLine} from '../../src/format/command-line.ts';
import {ExitError, toExitError} from '../../src/fs/exit-error.ts';
import {readTree} from '../../src/fs/read-tree.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {ENGLISH} from '../../src/language/text.ts';
import {copyKey, replaceValue, setKey} from '../../src/markdown/edit/edit-front-matter.ts';
import {contentKeys} from '../../src/markdown/fingerprint-text.ts';
import {idFrom, pageIds, pageWithId, unknownPage} from '../../src/model/pages/known-pages.ts';
import type {SourceDocument} from '../../src/model/source-document.ts';
import type {PageEntry, Toolkit} from '../../src/model/toolkit.ts';
import {isBeforeLaunch} from '../../src/model/updates/launch.ts';
import {textsOf} from '../../src/model/updates/published.ts';
import {planChange} from '../cli/plan-change.ts';
import type {Run} from '../commands.ts';

/** What is undone on a page: its changes that wait, or those of an update. */
interface Restoring {
  change: TreeChange;
  news: (after: Toolkit) => News;
  /** `the changes of update 2026-11-24`. */
  what: string;
}

/** `toolkit restore`: undoes one change of a page, and writes the correction if readers have seen it. */
export const run: Run<'restore'> = async ({update}, io, [word = '', ...others]) => {
  if (word === '' || others.length > 0) {
    throw new ExitError('expected one page, by its id', 'Write `npm run restore -- <page>`.');
  }
  const tree = await readTree(io.cwd);
  const {toolkit} = tree;
  const page = pageWithId(toolkit, idFrom(word));
  if (!page) throw toExitError([unknownPage(idFrom(word), pageIds(toolkit))]);
  const isWaiting = update === undefined && changedPages(toolkit).has(page.id);
  const {change, news, what} = isWaiting ? waitingChange(toolkit, page) : publishedChange(toolkit, page, update);
  const planned = await planChange(tree, change, {command: 'restore', today: io.today, pages: [page.id], news});
  await commit(io.cwd, planned.transaction);
  io.stdout.write(`undid ${what} on ${page.document.path}\n${planned.next.join('\n')}\n`);
  return 0;
};

const NO_NEWS: News = {note: undefined, outdated: new Map()};

/** Gives a page its published text, and takes it out of the notes that wait. */
function waitingChange(toolkit: Toolkit, page: PageEntry): Restoring {
  const {published, notes} = toolkit;
  const {id, document} = page;
  const record = published.texts.get(id);
  if (record === undefined) {
    throw new ExitError(
      `\`${id}\` was never published, expected a page that readers see`,
      'Delete the page if you do not want it.',
      {code: 1},
    );
  }
  const naming = notes.filter(({data}) => data.pages.includes(id));
  const left = naming.filter(({data}) => data.pages.length > 1);
  const written = left.map(({document: note, data}): [string, string] => [
    note.path,
    setKey(
      note.text,
      'pages',
      data.pages.filter((other) => other !== id),
    ),
  ]);
  return {
    change: {
      written: new Map([[document.path, withContent(toolkit, page, record.document())], ...written]),
      removed: naming.filter((note) => !left.includes(note)).map((note) => note.document.path),
      touched: [],
    },
    news: () => NO_NEWS,
    what: 'the changes that wait',
  };
}

/** A page with its published text. It keeps how it is managed and found, which may change without a note. */
function withContent(toolkit: Toolkit, {id, document: page}: PageEntry, published: SourceDocument): string {
  const keys = new Set([
    ...contentKeys(published.frontMatter),
    ...contentKeys(page.frontMatter),
    ...Object.keys(factNames(toolkit.config.vocabularies)),
    'withdrawn',
    // These go with the headings.
    'former_headings',
  ]);
  const changed = [...keys].filter(
    (key) => JSON.stringify(page.frontMatter?.[key]) !== JSON.stringify(published.frontMatter?.[key]),
  );
  const kept = page.text.slice(0, page.text.length - page.body.length) + published.body;
  const restored = changed.reduce((text, key) => copyKey(text, published.text, key), kept);
  const figures = page.frontMatter?.key_figures;
  const undone = changedPages(toolkit).get(id)?.changes() ?? [];
  return (Array.isArray(figures) ? figures.map(String) : []).reduce((text, figure, index) => {
    if (published.body.includes(figure)) return text;
    const before = undone.reduce(
      (words, {matter, before: old, after: now}) =>
        matter === 'figure' && old && now ? words.replace(now, old) : words,
      figure,
    );
    return replaceValue(text, ['key_figures', index], before);
  }, restored);
}

/** Undoes what an update changed on a page, and keeps what changed since. */
function publishedChange(toolkit: Toolkit, {id, document, data}: PageEntry, slug: string | undefined): Restoring {
  const versions = textsOf(toolkit.published, id);
  const at = slug === undefined ? versions.length - 1 : versions.findIndex((version) => version.slug === slug);
  const [before, version] = [versions[at - 1], versions[at]];
  if (!before || !version) {
    const known = versions.slice(1).map((one) => `\`${one.slug}\``);
    throw new ExitError(
      slug === undefined ? `no update has changed \`${id}\`` : `update \`${slug}\` has not changed \`${id}\``,
      known.length > 0
        ? `Choose one that has: ${known.join(', ')}.`
        : `Change the page by hand${isBeforeLaunch(toolkit) ? '' : ', and describe it in a note'}.`,
      {code: 1},
    );
  }
  const merged = mergeTexts(document.text, version.text, before.text);
  if ('conflict' in merged) {
    const place = merged.conflict.trim().replace(/\s+/g, ' ').slice(0, SHOWN) || 'the text that was removed';
    throw new ExitError(
      `\`${document.path}\` has changed since update \`${version.slug}\` where that says "${place}", expected its text there. Nothing was undone`,
      `Change the page by hand: \`${before.path}\` has the text from before the update. Then run \`${commandLine('new', 'note', '--corrects', version.slug, '--pages', id)}\`.`,
      {code: 1},
    );
  }
  const {text} = merged;
  if (text === document.text) {
    throw new ExitError(
      `\`${document.path}\` no longer has the change of update \`${version.slug}\``,
      'Run `npm run check`: it says whether a note about that is missing.',
      {code: 1},
    );
  }
  const update = toolkit.updates.find(({data: {slug: name}}) => name === version.slug)?.data;
  const naming = (update?.changes ?? []).flatMap(({pages}, index) => (pages.includes(id) ? [index + 1] : []));
  const day = update ? ENGLISH.format.range(update.published) : version.slug;
  const news = (after: Toolkit): News => {
    const changed = changedPages(after).get(id);
    if (!changed) return NO_NEWS;
    const made = changesMade(toolkit, after, id);
    const covers = made.map((change) => change.id);
    const sentences = made.slice(0, MOST_SENTENCES).map((change) => undoneSentence(change, data.title));
    const note = {
      kind: 'correction' as const,
      significance: 'major' as const,
      pages: [id],
      note:
        made.length === 0 || made.length > MOST_SENTENCES
          ? [
              ...sentences.slice(1),
              `The page "${data.title}" is as it was before the update "${update?.title ?? version.slug}" of ${day}.`,
            ].join(' ')
          : sentences.join(' '),
      corrects: naming.length === 1 ? `${version.slug}#${naming[0]}` : version.slug,
      ...(covers.length > 0 && {covers}),
    };
    return {note, outdated: new Map()};
  };
  const change = {written: new Map([[document.path, text]]), removed: [], touched: []};
  return {change, news, what: `the change of update ${version.slug}`};
}

/** How much of a text an error shows, in characters. */
const SHOWN = 80;

/** As many sentences as a note has. */
const MOST_SENTENCES = 3;

/** Says what a reader finds again now that a change is undone. */
function undoneSentence({matter, before, after}: MeaningChange, title: string): string {
  const page = `The page "${title}"`;
  if (matter === 'section' && (before === undefined || after === undefined)) {
    return before === undefined
      ? `${page} has the section "${after}" again.`
      : `${page} no longer has the section "${before}".`;
  }
  if (matter === 'answer') return `The answer at the top of the page "${title}" is as it was before.`;
  if (after === undefined) return `${page} no longer says "${before}".`;
  return `${page} says "${after}" again${before === undefined ? '' : `, and not "${before}"`}.`;
}
