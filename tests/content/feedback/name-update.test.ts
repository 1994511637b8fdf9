import {expect, test} from 'vitest';
import {updateExample} from '../../../src/content/examples/example-files.ts';
import {nameUpdate} from '../../../src/content/feedback/name-update.ts';
import {toolkitWith} from '../../support/sound-toolkit.ts';

test('updates of one day are told apart', () => {
  const second = updateExample('2026-11-16', 'index').replace('slug: 2026-11-16', 'slug: 2026-11-16.2');
  const toolkit = toolkitWith({
    'blog/a.md': updateExample('2026-11-02', 'index'),
    'blog/b.md': updateExample('2026-11-16', 'index'),
    'blog/c.md': second,
  });
  const slugs = ['2026-11-02', '2026-11-16', '2026-11-16.2', 'unknown'];
  expect(slugs.map((slug) => nameUpdate(toolkit, slug))).toEqual([
    'the update of 2 November 2026',
    'the first update of 16 November 2026',
    'the second update of 16 November 2026',
    'update unknown',
  ]);
});
