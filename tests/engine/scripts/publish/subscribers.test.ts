import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {noteExample, pageExample} from '../../../../src/checks/examples/example-files.ts';
import {loadToolkit} from '../../../../src/fs/load-toolkit.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {renderFeeds} from '../../../../src/outputs/feeds/render-feeds.ts';
import {type ReadEntry, readFeed} from '../../support/feeds/read-feeds.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const SITE = 'https://flood.example';
const WARDENS = 'blog/_pending/wardens.md';

const FEEDS = {
  toolkit: '/updates/feed.atom',
  term: '/updates/wardens/feed.atom',
  homes: '/toolkit/priorities/homes/feed.atom',
  wardens: '/toolkit/priorities/wardens/feed.atom',
  index: '/toolkit/feed.atom',
} as const;

/** Somebody who follows feeds: what their program has not shown before, it shows. */
class Subscriber {
  readonly #seen = new Set<string>();

  /** The new entries of each feed that has some. */
  async look(cwd: string): Promise<Record<string, ReadEntry[]>> {
    const toolkit = await loadToolkit(cwd);
    const files = new Map(renderFeeds(toolkit, toolkit.config).map(({address, text}) => [address, text]));
    const found: Record<string, ReadEntry[]> = {};
    for (const [name, address] of Object.entries(FEEDS)) {
      const text = files.get(address);
      const entries = text === undefined ? [] : readFeed(text);
      const fresh = entries.filter(({id}) => !this.#seen.has(`${name} ${id}`));
      for (const {id} of fresh) this.#seen.add(`${name} ${id}`);
      if (fresh.length > 0) found[name] = fresh;
    }
    return found;
  }
}

/** What a subscriber found, by the ids of entries alone. */
const idsOf = (found: Record<string, ReadEntry[]>) =>
  Object.fromEntries(Object.entries(found).map(([name, entries]) => [name, entries.map(({id}) => id)]));

function write(cwd: string, files: Record<string, string>): Promise<unknown> {
  return commit(cwd, {
    command: 'test',
    changes: Object.entries(files).map(([file, content]) => ({kind: 'write', path: file, content, found: undefined})),
  });
}

async function publish(cwd: string, title: string): Promise<void> {
  const {code, stderr} = await runCommand(['publish', '--title', title], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
}

const noteOf = (words: string, keys: string, significance?: string) =>
  noteExample(keys, significance).replace('The figure for 2024 was put right.', words);

describe('a subscriber', () => {
  test('sees each publication once, and exactly what is new in it', {timeout: 120_000}, async () => {
    const cwd = folderWith(publishedFiles());
    const subscriber = new Subscriber();
    const first = idsOf(await subscriber.look(cwd));
    expect(first).toMatchObject({toolkit: [`${SITE}/updates/2026-11-02/`]});
    expect(first).not.toHaveProperty('wardens');
    expect(await subscriber.look(cwd)).toEqual({});

    // A change, a new page, and a slip of which nobody need be told.
    writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), pageExample('Homes', '', 'Keep three boats ready.'));
    await write(cwd, {
      'docs/priorities/wardens.md': pageExample('Wardens', 'approaches: [wardens]\n', 'Two wardens for every street.'),
      'blog/_pending/homes.md': noteOf('The page on homes asks for three boats.', 'pages: [priorities/homes]\n'),
      [WARDENS]: noteOf('A page tells how many wardens a street needs.', 'pages: [priorities/wardens]\n').replace(
        'content-changed',
        'page-added',
      ),
    });
    // A page that waits has its feed already: it is built in a preview, and says nothing yet.
    expect(await subscriber.look(cwd)).toEqual({});
    await publish(cwd, 'Boats and wardens');
    const second = await subscriber.look(cwd);
    expect(idsOf(second)).toEqual({
      toolkit: [`${SITE}/updates/2026-11-24/`],
      term: [`${SITE}/updates/wardens/#2026-11-24`],
      homes: [`${SITE}/updates/2026-11-24/changes/priorities/homes/`],
      wardens: [`${SITE}/updates/2026-11-24/changes/priorities/wardens/`],
    });
    expect(second.toolkit?.[0]).toMatchObject({
      title: 'Boats and wardens',
      link: `${SITE}/updates/2026-11-24/`,
      published: '2026-11-24',
      updated: '2026-11-24',
    });

    // A small correction alone: it has its update, and no feed tells of it.
    writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), pageExample('Homes', '', 'Keep three boats, ready.'));
    await write(cwd, {
      'blog/_pending/comma.md': noteOf('A comma was put right.', 'pages: [priorities/homes]\n', 'minor'),
    });
    await publish(cwd, 'A comma');
    expect(readFileSync(path.join(cwd, 'blog/2026-11-24.2.md'), 'utf8')).toContain('minor');
    expect(await subscriber.look(cwd)).toEqual({});

    // What was told was wrong, and the new page is withdrawn.
    writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), pageExample('Homes', '', 'Keep four boats, ready.'));
    writeFileSync(
      path.join(cwd, 'docs/priorities/wardens.md'),
      pageExample(
        'Wardens',
        'approaches: [wardens]\nwithdrawn: {on: 2026-11-24, why: Streets have no wardens now., replaced_by: priorities/homes}\n',
        'Two wardens for every street.',
      ),
    );
    const {changes} = (await loadToolkit(cwd)).updates.find(({data}) => data.slug === '2026-11-24')?.data ?? {
      changes: [],
    };
    const nth = changes.findIndex(({pages}) => pages.includes('priorities/homes')) + 1;
    await write(cwd, {
      'blog/_pending/right.md': noteOf(
        'The page on homes asks for four boats, and three was wrong.',
        `pages: [priorities/homes]\ncorrects: "2026-11-24#${nth}"\n`,
      ).replace('content-changed', 'correction'),
      'blog/_pending/away.md': noteOf('The page on wardens no longer holds.', 'pages: [priorities/wardens]\n').replace(
        'content-changed',
        'page-withdrawn',
      ),
    });
    await publish(cwd, 'Boats put right');
    const third = await subscriber.look(cwd);
    expect(idsOf(third)).toEqual({
      toolkit: [`${SITE}/updates/2026-11-24.3/`],
      term: [`${SITE}/updates/wardens/#2026-11-24.3`],
      homes: [`${SITE}/updates/2026-11-24.3/changes/priorities/homes/`],
      wardens: [`${SITE}/updates/2026-11-24.3/changes/priorities/wardens/`],
    });
    expect(third.homes?.[0]?.title).toBe('Correction: Boats put right');
    expect(third.homes?.[0]?.content).toContain('<blockquote><p>The page on homes asks for three boats.</p>');
    expect(third.wardens?.[0]?.title).toBe('Withdrawn: Boats put right');
    expect(third.wardens?.[0]?.content).toMatch(/Streets have no wardens now\. Read instead: <a href=.*>Homes<\/a>/);
    expect(third.toolkit?.[0]?.content).toMatch(/Correction\..*Withdrawn\.|Withdrawn\..*Correction\./s);
    expect(await subscriber.look(cwd)).toEqual({});
  });
});
