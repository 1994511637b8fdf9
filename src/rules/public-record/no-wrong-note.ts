import {foldName} from '../../changes/diff/meaning/coverage.ts';
import {meaningTokens} from '../../changes/diff/meaning/meaning-tokens.ts';
import {OTHER_WORDS} from '../../changes/diff/meaning/word-changes.ts';
import {type ChangedPage, changedPages, coverageOf, whyMajor} from '../../changes/notes/changed-pages.ts';
import {isAboutWebsite} from '../../changes/updates/change-labels.ts';
import {removalOf} from '../../content/markdown/edit/note-places.ts';
import {oncePer} from '../../content/memo.ts';
import {recordedText} from '../../content/pages/known-pages.ts';
import type {Finding} from '../../content/problem.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {nearest} from '../../format/nearest.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const NOTE = 'blog/_pending/homes.md';
const MAJOR = noteExample('pages: [priorities/homes]\n');
const MINOR = noteExample('pages: [priorities/homes]\n', 'minor');
const START = {'blog/_published/2026-11-02/index.md': pageExample('Start')};

const change = (before: string, after: string, note = MINOR) => ({
  ...START,
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes', '', before),
  'docs/priorities/homes.md': pageExample('Homes', '', after),
  [NOTE]: note,
});

const website = (note: string) => ({
  ...START,
  'blog/_published/2026-11-02/handbook/about/site.md': pageExample('Site', '', 'It has 2 feeds.'),
  'handbook/about/site.md': pageExample('Site', '', 'It has 3 feeds.'),
  [NOTE]: note.replace('The figure for 2024 was put right.', 'The site has 3 feeds, and had 2.'),
});

export const noWrongNote: Rule = {
  id: 'no-wrong-note',
  group: 'model',
  summary:
    'A change note names only pages that have changed, and presents none as new that was published. A correction may name others, whether or not an update had the mistake. A change to a number, a date or a duty is never minor. A change of handbook pages alone is minor unless it corrects, withdraws, adds or moves a page, or says who is affected. The figures that it gives are, or were, on its pages.',
  why: 'Readers act on facts, and need to know when one changes. A note about an unchanged page wastes their time.',
  good: [
    change('Keep a boat in the shed.', 'Keep a boat in the big shed.'),
    change('Keep 2 boats.', 'Keep 2 large boats.'),
    change('Keep 2 boats.', 'Keep 3 boats.', MAJOR),
    change(
      'Keep 2 boats.',
      'Keep 3 boats.',
      MAJOR.replace('The figure for 2024 was put right.', 'A village keeps 3 boats, and kept 2.'),
    ),
    website(noteExample('pages: [handbook/about/site]\n', 'minor')),
    website(noteExample('pages: [handbook/about/site]\nwho_is_affected: Readers who follow a feed.\n')),
    {...START, [NOTE]: MAJOR},
    change(
      'Words.',
      'Words.',
      MAJOR.replace('pages:', 'corrects: 2026-11-02\npages:').replace('content-changed', 'correction'),
    ),
  ],
  bad: [
    website(noteExample('pages: [handbook/about/site]\n')),
    change('Keep 2 boats.', 'Keep 3 boats.'),
    change('You should keep a boat.', 'You must keep a boat.'),
    change('It opened on 4 May 2026.', 'It opened on 5 May 2026.'),
    change('Words.', 'Words.'),
    change('Words.', '*Words.*', MAJOR),
    change(
      'Keep 4 boats.',
      'Keep 3 boats.',
      MAJOR.replace('The figure for 2024 was put right.', 'A village keeps 3 boats, and kept 2.'),
    ),
    change('Keep 2 boats.', 'Keep 3 boats.', MAJOR.replace('content-changed', 'page-added')),
    change(
      'Keep 2 boats.',
      'Keep 3 boats.',
      MAJOR.replace('pages:', 'covers: [number of oars]\npages:').replace(
        /note: .*/,
        'note: A village keeps 3 boats, and kept 2.',
      ),
    ),
  ],
  check: (toolkit) => [
    ...unchangedPages(toolkit),
    ...publishedNotes(toolkit),
    ...knownPages(toolkit),
    ...minorFacts(toolkit),
    ...majorWebsiteNotes(toolkit),
    ...outdatedNames(toolkit),
    ...wrongFigures(toolkit),
  ],
};

/** Figures in a note about a changed figure that its pages neither state nor stated before. */
function wrongFigures(toolkit: Toolkit): Finding[] {
  const changed = changedPages(toolkit);
  // A page may have many notes, and each of them asks about it.
  const coverage = oncePer((page: ChangedPage) => coverageOf(page, toolkit.notes));
  const keysOf = oncePer(({page}: ChangedPage) =>
    [page.document.text, recordedText(toolkit, page)?.text ?? ''].flatMap(meaningTokens).map(({key}) => key),
  );
  return toolkit.notes.flatMap(({document, data, key}) => {
    const pages = data.pages.flatMap((id) => changed.get(id) ?? []);
    const replaced = pages.flatMap((page) =>
      coverage(page).filter(({change, cover}) => change.before && change.after && cover?.key === key),
    );
    const stated = replaced.flatMap(({change: {before = '', after = ''}}) => [before, after]);
    const pageKeys = new Set([...pages.flatMap(keysOf), ...stated.flatMap(meaningTokens).map((token) => token.key)]);
    const kinds = new Set(replaced.map(({change}) => change.kind));
    const noteTokens = meaningTokens(data.note);
    const wrong = noteTokens.filter(
      (token) => kinds.has(token.kind) && /\d/.test(token.text) && !pageKeys.has(token.key),
    );
    const unsaid = replaced.filter(({change: {before = ''}}) =>
      meaningTokens(before).every(({key}) => !noteTokens.some((token) => token.key === key)),
    );
    const knew = `Readers knew ${unsaid.map(({change}) => `\`${change.before}\``).join(', ') || 'another one'}. Correct the note.`;
    return [...new Set(wrong.map(({text}) => text))].map(
      (figure): Finding => ({
        ...placeOfKey(document, ['note']),
        severity: 'warning',
        problem: `note says \`${figure}\`, which its pages neither say nor said, expected what readers knew`,
        form: `\`note\` says “${figure}”, which the page neither says nor said. ${knew} If another update changed the page meanwhile, and yours replaces what it said, name that update under \`corrects\`.`,
        fix: `${knew} If another update changed the page meanwhile, and yours replaces what it said, use \`kind: correction\`, with the name of that update under \`corrects\`.`,
      }),
    );
  });
}

function unchangedPages(toolkit: Toolkit): Finding[] {
  const changed = changedPages(toolkit);
  const live = new Set(allPages(toolkit).map(({id}) => id));
  return toolkit.notes.flatMap((note) => {
    const {document, data} = note;
    return data.pages.flatMap((id, index) => {
      // A correction may be about what an update said, not about the page. Other rules report new and missing pages.
      const isLive = toolkit.published.texts.has(id) && live.has(id);
      if (changed.has(id) || data.kind === 'correction' || !isLive) return [];
      return {
        ...placeOfKey(document, ['pages', index]),
        problem: `note names \`${id}\`, which has not changed, expected a page that has changed`,
        fix: `${data.pages.length > 1 ? 'Remove it from `pages`' : 'Delete the note'}, or make the change.`,
        form: 'The page says the same as on the site, and no note is needed. Remove the note, or make the change.',
        edit: removalOf(note),
      };
    });
  });
}

/** Notes in pages that an update published already, as a merge can leave them. */
function publishedNotes(toolkit: Toolkit): Finding[] {
  const {notes, updates} = toolkit;
  const changed = changedPages(toolkit);
  return notes
    .filter(({item}) => item !== undefined)
    .flatMap((waiting) => {
      const {document, data} = waiting;
      const update = updates.find((candidate) =>
        candidate.data.changes.some(
          ({note, pages}) => note === data.note && pages.some((id) => data.pages.includes(id)),
        ),
      );
      // Where the page has changed again, it is the note about that, in the same words.
      const others = notes.filter(
        (other) => other !== waiting && other.data.pages.some((id) => data.pages.includes(id)),
      );
      if (!update || (others.length === 0 && data.pages.some((id) => changed.has(id)))) return [];
      const problem = `note repeats update \`${update.data.slug}\`, expected what has changed since`;
      const fix = 'Delete the note, or say what changed since that update.';
      const edit = data.pages.some((id) => changed.has(id)) ? undefined : removalOf(waiting);
      return [{...placeOfKey(document, ['note']), problem, fix, edit}];
    });
}

/** Pages that a note presents as new although readers know them, here or at a former address. */
function knownPages(toolkit: Toolkit): Finding[] {
  return toolkit.notes.flatMap(({document, data}) => {
    if (data.kind !== 'page-added' && data.kind !== 'case-study-added') return [];
    const publishedPage = allPages(toolkit).find((page) => data.pages.includes(page.id) && recordedText(toolkit, page));
    if (!publishedPage) return [];
    return {
      ...placeOfKey(document, ['kind']),
      problem: `\`kind\` is \`${data.kind}\`, but \`${publishedPage.id}\` was published before, expected a page that is new to readers`,
      fix: 'Write `content-changed`, or describe new pages in a note of their own.',
    };
  });
}

function minorFacts(toolkit: Toolkit): Finding[] {
  const changed = changedPages(toolkit);
  // A major note about the same page may cover the fact.
  const majorPages = new Set(
    toolkit.notes.filter(({data}) => data.significance === 'major').flatMap(({data}) => data.pages),
  );
  return toolkit.notes
    .filter(({data}) => data.significance === 'minor')
    .flatMap(({document, data}) =>
      data.pages.flatMap((id) => {
        const page = majorPages.has(id) ? undefined : changed.get(id);
        const major = page && whyMajor(page);
        if (major === undefined) return [];
        return {
          ...placeOfKey(document, ['significance']),
          problem: `\`significance\` is \`minor\` but \`${id}\` ${major}, expected \`major\``,
          fix: 'Write `major`, and say in `note` what is different now.',
          form: `You chose that readers do not need to know, but the page ${major}. Choose “Yes” under \`significance\`, and say under \`note\` what is different now.`,
        };
      }),
    );
}

/** Major notes about the website alone, which no reader of the guidance needs. */
function majorWebsiteNotes({notes}: Toolkit): Finding[] {
  return notes
    .filter(({data}) => data.significance === 'major' && data.kind.startsWith('content-') && isAboutWebsite(data))
    .map(({document}) => ({
      ...placeOfKey(document, ['significance']),
      problem: '`significance` is `major` but the note is about the website alone, expected `minor`',
      fix: 'Write `minor`. If readers need to know, as with privacy or terms of use, say which under `who_is_affected`.',
      form: 'You chose that readers need to know, but the page is about the website alone. Choose “No” under `significance`. If readers need to know, as with privacy or terms of use, say which ones under `who_is_affected`.',
    }));
}

/** Names in notes of changes that the pages no longer have. */
function outdatedNames(toolkit: Toolkit): Finding[] {
  const changed = changedPages(toolkit);
  return toolkit.notes.flatMap(({document, data}) => {
    const ids = data.pages.flatMap(
      (page) =>
        changed
          .get(page)
          ?.changes()
          .map(({id}) => id) ?? [],
    );
    const names = new Set([...ids.map(foldName), OTHER_WORDS]);
    const references = [
      ...(data.covers ?? []).map((name, index) => ({name, key: ['covers', index] as const})),
      ...(data.not_told ?? []).map(({change}, index) => ({name: change, key: ['not_told', index, 'change'] as const})),
    ];
    return references.flatMap(({name, key}): Finding | [] => {
      if (names.has(foldName(name))) return [];
      const near = nearest(name, ids);
      return {
        path: document.path,
        place: document.placeOf(key),
        severity: 'warning',
        problem: `note names the change \`${name}\`, expected a change of its pages`,
        fix: near === undefined ? 'Remove the line.' : `Write \`${near}\`, or remove the line.`,
      };
    });
  });
}
