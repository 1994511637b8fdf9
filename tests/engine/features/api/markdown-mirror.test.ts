import {expect, test} from 'vitest';
import {allPages} from '../../../../src/content/toolkit.ts';
import {renderMirror} from '../../../../src/features/api/markdown-mirror.ts';
import {config, page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const SITE = {url: 'https://flood.example', baseUrl: '/flood/'};

/** The mirror of a page with this text, and keys in its front matter. */
function mirrorOf(words: string, more = ''): string {
  const toolkit = toolkitWith({'docs/priorities/homes.md': page('Homes', more).replace('Words.', words)});
  const entry = allPages(toolkit).find(({id}) => id === 'priorities/homes');
  if (!entry) throw new Error('the page breaks its schema');
  return renderMirror(entry, config, SITE);
}

test.each([
  ['[a](../index.md)', '[a](https://flood.example/flood/toolkit/)'],
  ['[a](homes.md#why)', '[a](https://flood.example/flood/toolkit/priorities/homes/#why)'],
  ['[a](/case-studies/?priority=homes)', '[a](https://flood.example/flood/case-studies/?priority=homes)'],
  ['[a][b]\n\n[b]: ../index.md', '[b]: https://flood.example/flood/toolkit/'],
  [
    '![A weir](images/weir.webp)',
    '![A weir](https://github.com/example-org/flood/raw/HEAD/docs/priorities/images/weir.webp)',
  ],
])('%s gets a full address', (words, expected) => {
  expect(mirrorOf(words)).toContain(`\n${expected}\n`);
});

test('comments for editors are in neither the text nor the front matter', () => {
  const words =
    '<!-- check-ignore no-long-sentence: so it is -->\nHigh <!-- ask Jo --> water.\n\n- One\n  <!-- two\n  lines -->';
  const mirror = mirrorOf(
    words,
    '# ask Jo\nsources: # not sure\n  - {title: A, publisher: B, url: https://a.example/}\n',
  );
  expect(mirror).toContain('---\n\nHigh  water.\n\n- One\n');
  expect(mirror).toContain('sources:\n  - {title: A,');
  for (const secret of ['<!--', 'check-ignore', 'ask Jo', 'not sure', '#']) expect(mirror).not.toContain(secret);
});

test('a change note that waits, and a page that breaks its schema, have no mirror', () => {
  const toolkit = toolkitWith({
    'blog/_pending/homes.md': '---\nkind: page-added\n---\n',
    'docs/priorities/broken.md': '---\ntitle: [a]\n---\n',
  });
  expect(allPages(toolkit).map(({id}) => id)).toEqual(['index', 'priorities/homes']);
});
