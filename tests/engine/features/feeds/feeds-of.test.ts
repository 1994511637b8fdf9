import {describe, expect, test} from 'vitest';
import type {Feed} from '../../../../src/features/feeds/feed.ts';
import {feedsOf} from '../../../../src/features/feeds/feeds-of.ts';
import {renderFeeds} from '../../../../src/features/feeds/render-feeds.ts';
import {caseStudyExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import type {ExampleFiles} from '../../../../src/rules/rule.ts';
import {note, updateFile} from '../../support/feeds/updates.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const SITE = {url: 'https://flood.example', baseUrl: '/flood/'};
const ROOT = 'https://flood.example/flood/';

const PREDECESSOR = `export default ${JSON.stringify({
  predecessor: {name: 'River board', until: '2020-12-31', notice: 'The river board wrote the first toolkit, once.'},
})};`;

const FILES: ExampleFiles = {
  'toolkit.config.ts': PREDECESSOR,
  'docs/priorities/homes.md': pageExample('Homes & boats', 'priorities: [homes]\n'),
  'docs/wardens.md': pageExample('Wardens', 'approaches: [wardens]\nredirect_from: [/toolkit/old-wardens/]\n'),
  'docs/case-studies/weir.md': caseStudyExample('priorities: [homes]\n'),
  'docs/sandbags.md': pageExample(
    'Sandbags',
    'withdrawn: {on: 2026-11-20, why: They made walls fall., replaced_by: priorities/homes}\n',
  ),
  'docs/quiet.md': pageExample('Quiet'),
  'blog/original-1.md': updateFile('original-1', [note(['priorities/homes'], 'The board wrote of homes.')], {
    range: ['2015-12-16', '2017-03-28'],
    date: '2016-05-05',
  }),
  'blog/2026-11-02.md': updateFile('2026-11-02', [
    note(['priorities/homes', 'index'], 'Homes have a page of their own.', {kind: 'page-added'}),
    note(['old-wardens'], 'Wardens have a page of their own.', {kind: 'page-added'}),
    note(['sandbags'], 'Sandbags have a page of their own.', {kind: 'page-added'}),
    note(['quiet'], 'A comma was put right here.', {significance: 'minor'}),
  ]),
  'blog/2026-11-16.md': updateFile('2026-11-16', [
    note(['wardens'], 'The page on wardens has a new address.', {kind: 'page-moved'}),
    note(['case-studies/weir', 'priorities/homes'], 'Lower Ford has a study of its own.', {
      kind: 'case-study-added',
      why: 'Clerks asked for one.',
      who_is_affected: 'Clerks near a weir.',
      what_to_do: 'Read it.',
    }),
  ]),
  'blog/2026-11-16.2.md': updateFile('2026-11-16.2', [
    note(['index'], 'A comma was put right there.', {significance: 'minor'}),
  ]),
  'blog/2026-11-20.md': updateFile('2026-11-20', [
    note(['sandbags'], 'The page on sandbags no longer holds.', {kind: 'page-withdrawn'}),
    note(['priorities/homes'], 'Homes had a page before that day.', {
      kind: 'correction',
      corrects: '2026-11-02#1',
    }),
  ]),
};

const feeds = feedsOf(toolkitWith(FILES), SITE);

function feedAt(address: string, among: readonly Feed[] = feeds): Feed {
  const found = among.find(({addresses}) => addresses.atom === address);
  if (!found) throw new Error(`no feed at ${address}`);
  return found;
}

const slugs = (address: string) => feedAt(address).entries.map(({id}) => id.replace(ROOT, ''));
const contentOf = (address: string, id: string) =>
  feedAt(address).entries.find((entry) => entry.id === ROOT + id)?.content;

describe('which updates are told', () => {
  test('of a term and of case studies: those that name a page of theirs', () => {
    expect(slugs('/updates/homes/feed.atom')).toEqual(
      ['2026-11-20', '2026-11-16', '2026-11-02', 'original-1'].map((slug) => `updates/homes/#${slug}`),
    );
    expect(slugs('/updates/wardens/feed.atom')).toEqual(
      ['2026-11-16', '2026-11-02'].map((slug) => `updates/wardens/#${slug}`),
    );
    expect(slugs('/case-studies/feed.atom')).toEqual(['case-studies/#2026-11-16']);
  });

  test('of an update in a narrow feed only the changes and pages that concern it', () => {
    expect(contentOf('/updates/wardens/feed.atom', 'updates/wardens/#2026-11-02')).not.toContain('Homes');
    expect(contentOf('/case-studies/feed.atom', 'case-studies/#2026-11-16')).not.toContain('Homes');
    expect(contentOf('/updates/feed.atom', 'updates/2026-11-02/')).toMatch(/Homes have.*Wardens have.*Sandbags have/);
  });
});

describe('a page that moved', () => {
  const moved = feedAt('/toolkit/wardens/feed.atom');

  test('keeps its entries under the names that updates gave them', () => {
    expect(moved.entries.map(({id}) => id.replace(ROOT, ''))).toEqual([
      'updates/2026-11-16/changes/wardens/',
      'updates/2026-11-02/changes/old-wardens/',
    ]);
  });

  test('keeps the id of its feed, and its readers', () => {
    expect(moved.id).toBe(`${ROOT}toolkit/old-wardens/feed.atom`);
    const files = renderFeeds(toolkitWith(FILES), SITE).filter(({address}) => address.includes('wardens/feed'));
    expect(files.map(({address}) => address)).toEqual([
      '/updates/wardens/feed.atom',
      '/toolkit/wardens/feed.atom',
      '/toolkit/old-wardens/feed.atom',
    ]);
    expect(files[2]?.text).toBe(files[1]?.text);
    expect(files[2]?.text).toContain(`rel="self" type="application/atom+xml" href="${ROOT}toolkit/wardens/feed.atom"`);
  });

  test('is called by its title and address of today wherever an old update names it', () => {
    expect(contentOf('/updates/feed.atom', 'updates/2026-11-02/')).toContain(
      `<a href="${ROOT}toolkit/wardens/">Wardens</a>`,
    );
  });
});

describe('dates', () => {
  test('a range has no day of publication, and ends where it ends', () => {
    const ranged = feedAt('/updates/feed.atom').entries.at(-1);
    expect([ranged?.published, ranged?.updated]).toEqual([undefined, '2017-03-28']);
  });
});

describe('what an entry tells', () => {
  test('what changed, why, whom it matters to and what to do, with full addresses', () => {
    expect(contentOf('/toolkit/case-studies/weir/feed.atom', 'updates/2026-11-16/changes/case-studies/weir/')).toBe(
      '<p><strong>New case study.</strong> Lower Ford has a study of its own.</p>' +
        `<p><strong>Pages:</strong> <a href="${ROOT}toolkit/case-studies/weir/">The weir at Lower Ford</a> and 1 more page</p>` +
        '<p><strong>Why:</strong> Clerks asked for one.</p>' +
        '<p><strong>Who is affected:</strong> Clerks near a weir.</p>' +
        '<p><strong>What to do:</strong> Read it.</p>',
    );
  });

  test('of what was put right the correction, so that nobody reads the mistake alone; its date stays', () => {
    const entry = feedAt('/updates/feed.atom').entries.find(({id}) => id.endsWith('2026-11-02/'));
    expect(entry?.content).toContain('<strong>Corrected on 20 November 2026.</strong> Homes had a page before');
    expect(entry?.updated).toBe('2026-11-02');
  });
});

test('a correction shows the words that were wrong, and what it corrects shows the correction', () => {
  const content = contentOf('/toolkit/priorities/homes/feed.atom', 'updates/2026-11-20/changes/priorities/homes/');
  expect(content).toContain(
    `<strong>Corrects:</strong> <a href="${ROOT}updates/2026-11-02/">What changed by 2026-11-02</a></p>` +
      '<blockquote><p>Homes have a page of their own.</p></blockquote>',
  );
  expect(feedAt('/toolkit/priorities/homes/feed.atom').entries[0]?.title).toBe(
    'Correction: What changed by 2026-11-20',
  );
});

test('a withdrawn page says since when, why and what to read instead', () => {
  expect(contentOf('/toolkit/sandbags/feed.atom', 'updates/2026-11-20/changes/sandbags/')).toContain(
    '<p>Sandbags was withdrawn on 20 November 2026. They made walls fall. ' +
      `Read instead: <a href="${ROOT}toolkit/priorities/homes/">Homes &amp; boats</a>.</p>`,
  );
  expect(feedAt('/toolkit/sandbags/feed.atom').entries[0]?.title).toBe('Withdrawn: What changed by 2026-11-20');
});

test('a term without pages has a feed that leads to all updates', () => {
  const toolkit = toolkitWith({
    'blog/a.md': updateFile('2026-11-02', [note(['index'], 'The first page is here now.')]),
  });
  const feed = feedAt('/updates/wardens/feed.atom', feedsOf(toolkit, SITE));
  expect(feed).toMatchObject({url: `${ROOT}updates/`, entries: [], updated: '2026-11-02'});
});

test('before the first update there is no feed', () => {
  expect(feedsOf(toolkitWith(), SITE)).toEqual([]);
});

test('a feed has the newest 30 updates, and a change of many pages names the first ten', () => {
  const days = Array.from({length: 40}, (_, index) => `2026-0${1 + Math.floor(index / 15)}-${10 + (index % 15)}`);
  const pages = Array.from({length: 25}, (_, index) => `page-${index}`);
  const files = Object.fromEntries(
    days.map((day) => [`blog/${day}.md`, updateFile(day, [note(pages, 'Much has changed on these pages.')])]),
  );
  const {entries} = feedAt('/updates/feed.atom', feedsOf(toolkitWith(files), SITE));
  expect(entries.map(({updated}) => updated)).toEqual(days.toReversed().slice(0, 30));
  expect(entries[0]?.content).toContain('page-9 and 15 more pages');
  expect(entries[0]?.content).not.toContain('page-10');
});

test('a calendar has a day for each update and each review, in lines that programs take', () => {
  const files = new Map(renderFeeds(toolkitWith(FILES), SITE).map(({address, text}) => [address, String(text)]));
  const calendar = files.get('/updates/calendar.ics') ?? '';
  const lines = calendar.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(lines.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([]);
  const unfolded = calendar.replaceAll('\r\n ', '').split('\r\n');
  const uids = unfolded.filter((line) => line.startsWith('UID:'));
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids).toContain(`UID:${ROOT}updates/2026-11-16/`);
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261116');
  expect(unfolded.filter((line) => line.startsWith('SUMMARY:Review due: '))).toHaveLength(
    uids.filter((uid) => uid.endsWith('#review')).length,
  );
  expect(uids).toContain(`UID:${ROOT}toolkit/priorities/homes/#review`);
  const subject = files.get('/updates/wardens/calendar.ics') ?? '';
  expect(subject).toContain('Review due: Wardens');
  expect(subject).not.toContain('Homes');
});
