import {expect, test} from 'vitest';
import {chainsOf, changedPageAddress} from '../../../../../src/changes/chain/page-chains.ts';
import {measureDiff} from '../../../../../src/changes/diff/measure-diff.ts';
import {updateDifferences} from '../../../../../src/changes/updates/update-differences.ts';
import {updateExample} from '../../../../../src/rules/examples/example-files.ts';
import {updateDifferencePages} from '../../../../../src/site/differences/render-differences.ts';
import {page, toolkitWith} from '../../../support/toolkits/sound-toolkit.ts';

const text = (title: string, words: string, more = '') => page(title, more).replace('Words.', words);

/** A toolkit launched on a day, with the updates whose texts it holds. */
function launchedOn(launched: string | undefined, files: Readonly<Record<string, string>>) {
  const slugs = Object.keys(files).flatMap((file) => /^blog\/_published\/([^/]+)/.exec(file)?.[1] ?? []);
  const updates = slugs.map((slug) => [`blog/${slug}.md`, updateExample(slug, 'index')]);
  const config = {'toolkit.config.ts': `export default ${JSON.stringify({launched})};`};
  return toolkitWith({...files, ...Object.fromEntries(updates), ...config});
}

function found(files: Readonly<Record<string, string>>, launched: string | undefined = '2026-11-01') {
  return updateDifferences(launchedOn(launched, files)).map(
    ({slug, before, pageId, now, title, diff, previous, next}) => ({
      slug,
      before,
      pageId,
      now,
      title,
      measure: measureDiff(diff),
      previous: previous?.slug,
      next: next?.slug,
    }),
  );
}

const THREE = {
  'docs/priorities/homes.md': text('Homes', 'Sandbags for every door.'),
  'blog/_published/2026-11-02/priorities/homes.md': text('Houses', 'Sandbags for some doors.'),
  'blog/_published/2026-11-09.2/priorities/homes.md': text('Homes', 'Sandbags for most doors.'),
  'blog/_published/2026-11-09.10/priorities/homes.md': text('Homes', 'Sandbags for every door.'),
};

test('each text of a page is held against the one before it, and its neighbours are known', () => {
  expect(found(THREE)).toEqual([
    {
      slug: '2026-11-09.2',
      before: '2026-11-02',
      pageId: 'priorities/homes',
      now: 'priorities/homes',
      title: 'Homes',
      measure: expect.stringContaining('changed'),
      previous: undefined,
      next: '2026-11-09.10',
    },
    expect.objectContaining({slug: '2026-11-09.10', before: '2026-11-09.2', previous: '2026-11-09.2', next: undefined}),
  ]);
});

test('what changed before launch has no difference, and an update of the day itself has', () => {
  expect(found(THREE, '2026-11-10')).toEqual([]);
  expect(found(THREE, '2026-11-09').map(({slug}) => slug)).toEqual(['2026-11-09.2', '2026-11-09.10']);
  const later = {...THREE, 'blog/_published/2026-11-12/priorities/homes.md': text('Homes', 'Sandbags for no door.')};
  expect(found(later, '2026-11-10')).toEqual([
    expect.objectContaining({slug: '2026-11-12', before: '2026-11-09.10', previous: undefined, next: undefined}),
  ]);
});

test('a toolkit that was never launched has no differences', () => {
  const toolkit = launchedOn(undefined, THREE);
  expect(updateDifferences(toolkit)).toEqual([]);
  expect(changedPageAddress(toolkit, '2026-11-09.2', 'priorities/homes')).toBe('/updates/2026-11-09.2/');
});

test('a page that moved is followed, under the id it had then', () => {
  const moved = {
    'docs/houses.md': text('Houses', 'Sandbags for every door.', 'redirect_from: [/toolkit/homes/]\n'),
    'blog/_published/2026-11-02/homes.md': text('Homes', 'Sandbags for some doors.'),
    'blog/_published/2026-11-05/homes.md': text('Homes', 'Sandbags for most doors.'),
    'blog/_published/2026-11-09/homes.removed': 'moved to houses\n',
    'blog/_published/2026-11-09/houses.md': text('Houses', 'Sandbags for every door.'),
  };
  expect(found(moved).map(({slug, pageId, now, next}) => [slug, pageId, now, next])).toEqual([
    ['2026-11-05', 'homes', 'houses', '2026-11-09'],
    ['2026-11-09', 'houses', 'houses', undefined],
  ]);
});

test('a page that was taken away leaves what it said, and one that came back begins anew', () => {
  const gone = {
    'blog/_published/2026-11-02/ferry.md': text('The ferry', 'It runs on Sundays.'),
    'blog/_published/2026-11-05/ferry.removed': '',
    'blog/_published/2026-11-09/ferry.md': text('The ferry', 'It runs daily.'),
  };
  expect(found(gone)).toEqual([
    expect.objectContaining({
      slug: '2026-11-05',
      pageId: 'ferry',
      now: undefined,
      title: 'The ferry',
      measure: 'page removed',
    }),
  ]);
  const toolkit = launchedOn('2026-11-01', gone);
  const ferry = chainsOf(toolkit).find(({steps}) => steps[0]?.id === 'ferry');
  expect(ferry?.steps.map(({slug, page: put}) => [slug, put !== undefined])).toEqual([
    ['2026-11-02', true],
    ['2026-11-05', false],
    ['2026-11-09', true],
  ]);
});

const chart = (value: number) =>
  JSON.stringify({
    kind: 'bar',
    title: 'Levels',
    finding: 'The water came higher.',
    area: 'Ford',
    unit: {name: 'metres'},
    note: 'By the gauge.',
    series: [{label: 'Gauge', points: [{period: '2024', value, source: 'https://ford.example/'}]}],
    sources: [{title: 'Gauge', publisher: 'Ford', year: 2024, url: 'https://ford.example/'}],
  });

test('a figure that changed in the data of a chart alone is a difference of its page', () => {
  const words = text('Start', 'Words.\n\n::chart{id="levels"}');
  const files = {
    'blog/_published/2026-11-02/index.md': words,
    'blog/_published/2026-11-02/reference/data/levels.json': chart(2),
    'blog/_published/2026-11-09/index.md': words,
    'blog/_published/2026-11-09/reference/data/levels.json': chart(3),
  };
  expect(found(files)).toEqual([expect.objectContaining({slug: '2026-11-09', measure: '1 figure changed'})]);
});

test('neighbouring differences of a page link to each other, by the ids that the page had then', () => {
  const toolkit = launchedOn('2026-11-01', THREE);
  const [earlier, later] = updateDifferencePages(toolkit, updateDifferences(toolkit), {baseUrl: '/flood/'}).map(
    ({body}) => body().html,
  );
  const at = (slug: string) => `href="/flood/updates/${slug}/changes/priorities/homes/"`;
  expect(earlier).toContain(`<a ${at('2026-11-09.10')} rel="next">`);
  expect(earlier).not.toContain('rel="prev"');
  expect(later).toContain(`<a ${at('2026-11-09.2')} rel="prev">`);
  expect(later).not.toContain('rel="next"');
});
