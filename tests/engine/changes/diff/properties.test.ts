import {globSync} from 'node:fs';
import {expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import type {PageText} from '../../../../src/changes/diff/edit.ts';
import {pageText, readDifferences, unitsOf} from '../../support/diff/differences.ts';
import {FORMATTINGS, MUTATIONS, seeded} from '../../support/diff/mutate-page.ts';
import {readUnits, replay, reverse} from '../../support/diff/replay-diff.ts';
import {textIn} from '../../support/run-command.ts';
import {FLOOD, FLOOD_LARGE} from '../../support/toolkits/copy-toolkit.ts';

/** Each kind of change is tried on one page in so many: every page is tried with several kinds. */
const SHARE = 5;

const ownPages = [FLOOD, FLOOD_LARGE].flatMap((folder) =>
  globSync('{docs,handbook,versioned_docs}/**/*.md', {cwd: folder}).map((file) => ({
    name: file,
    page: pageText(textIn(folder, file)),
  })),
);

const corpus = readDifferences().flatMap(({what, where, before, after}) =>
  [before, after].map((text) => ({name: `${what} in ${where}`, page: pageText(text)})),
);

const pages = [...ownPages, ...corpus];

function expectReplay(old: PageText, now: PageText, name: string): void {
  const diff = diffPages(old, now);
  const before = readUnits(unitsOf(old));
  const after = readUnits(unitsOf(now));
  expect(replay(before, diff), name).toEqual(after);
  expect(replay(after, reverse(diff)), name).toEqual(before);
}

test.each(Object.entries(MUTATIONS).map(([name, mutate], nth) => ({name, mutate, nth})))(
  '$name: the changes make the new page of the old one, and the reverse',
  ({mutate, nth}) => {
    let changed = 0;
    for (const [n, {name, page}] of pages.entries()) {
      if (n % SHARE !== nth % SHARE) continue;
      const now = {...page, body: mutate(page.body, seeded(n + 1))};
      if (now.body !== page.body) changed += 1;
      expectReplay(page, now, name);
    }
    expect(changed).toBeGreaterThan(2);
  },
);

test('all kinds of change at once make the new page of the old one, and the reverse', () => {
  for (const [n, {name, page}] of pages.entries()) {
    if (n % SHARE !== 0) continue;
    const random = seeded(1000 + n);
    const body = Object.values(MUTATIONS).reduce((text, mutate) => mutate(text, random), page.body);
    expectReplay(page, {...page, body}, name);
  }
});

test.each(Object.entries(FORMATTINGS).map(([name, mutate]) => ({name, mutate})))(
  '$name: nothing has changed in meaning',
  ({mutate}) => {
    let written = 0;
    for (const [n, {name, page}] of ownPages.entries()) {
      const body = mutate(page.body, seeded(n + 1));
      if (body !== page.body) written += 1;
      expect(diffPages(page, {...page, body}).edits, name).toEqual([]);
    }
    expect(written).toBeGreaterThan(1);
  },
);
