import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../../src/checks/examples/example-files.ts';
import {allPages} from '../../../../src/model/toolkit.ts';
import {renderMirror} from '../../../../src/outputs/api/markdown-mirror.ts';
import {renderLlms} from '../../../../src/outputs/api/render-llms.ts';
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
  ['[a](#why)', '[a](https://flood.example/flood/toolkit/priorities/homes/#why)'],
  ['[a](/case-studies/?priority=homes)', '[a](https://flood.example/flood/case-studies/?priority=homes)'],
  ['[a](https://other.example/b)', '[a](https://other.example/b)'],
  ['[a][b]\n\n[b]: ../index.md', '[b]: https://flood.example/flood/toolkit/'],
  [
    '![A weir](images/weir.webp)',
    '![A weir](https://github.com/example-org/flood/raw/HEAD/docs/priorities/images/weir.webp)',
  ],
])('%s gets a full address', (words, expected) => {
  expect(mirrorOf(words)).toContain(`\n${expected}\n`);
});

test('all else is as the author wrote it', () => {
  const words =
    'The *bus* leaves at 10:30.\n\n| A | B |\n|---|:-:|\n| 1 | `<!-- 2 -->` |\n\n::chart{id="levels"}\n\n* _One_';
  expect(mirrorOf(words)).toContain(`---\n\n${words}\n`);
});

test('comments for editors are in neither the text nor the front matter', () => {
  const words =
    '<!-- check-ignore no-long-sentence: so it is -->\nHigh <!-- ask Jo --> water.\n\n- One\n  <!-- two\n  lines -->';
  const mirror = mirrorOf(
    words,
    '# ask Jo\nsources: # not sure\n  - {title: A, publisher: B, url: https://a.example/}\n',
  );
  expect(mirror).toContain('---\n\nHigh  water.\n\n- One\n');
  expect(mirror).toContain('title: A\n');
  for (const secret of ['<!--', 'check-ignore', 'ask Jo', 'not sure', '#']) expect(mirror).not.toContain(secret);
});

test('a change note that waits, and a page that breaks its schema, have no mirror', () => {
  const toolkit = toolkitWith({
    'blog/_pending/homes.md': '---\nkind: page-added\n---\n',
    'docs/priorities/broken.md': '---\ntitle: [a]\n---\n',
  });
  expect(allPages(toolkit).map(({id}) => id)).toEqual(['index', 'priorities/homes']);
});

test('the list of guidance offers no page that was withdrawn and no single case study, and says what is promised', () => {
  const more = 'withdrawn: {on: 2026-11-20, why: The river is elsewhere.}\n';
  const toolkit = toolkitWith({
    'docs/priorities/old.md': page('Old', more),
    'docs/priorities/odd.md': page('Odd *1* at 10:30'),
    'docs/case-studies/weir.md': caseStudyExample(),
  });
  const llms = renderLlms(toolkit, SITE);
  expect(llms).toMatch(/^# Ready for the river: Good practice\n\n> How villages prepare/);
  expect(llms).toContain(
    '- [Homes](https://flood.example/flood/toolkit/priorities/homes/index.html.md): What the page',
  );
  expect(llms).toContain('- [Odd \\*1\\* at 10:30](https://');
  expect(llms).toContain('https://flood.example/flood/api/case-studies.json');
  expect(llms).toContain('No page changes without a public note');
  for (const address of ['/old/', '/weir/']) expect(llms).not.toContain(address);
});
