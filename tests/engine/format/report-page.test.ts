import type {BlockContent} from 'mdast';
import {expect, test} from 'vitest';
import {
  address,
  authorText,
  heading,
  link,
  list,
  listItem,
  paragraph,
  text,
} from '../../../src/format/markdown-nodes.ts';
import {renderReportHtml, renderReportMarkdown} from '../../../src/format/report-page.ts';

const reportOf = (blocks: BlockContent[]) => ({title: 'A <title>', mark: '', blocks});

test('links go to the headings of their keys in both forms, also where two have one title; others are only text', () => {
  const report = reportOf([
    heading(1, [text('Report')]),
    ...['a', 'b', 'c', 'd'].map((key) => heading(2, [link(`#${key}`, [text(key)])])),
    heading(2, [authorText('Homes')], {key: 'a'}),
    heading(2, [authorText('Homes')], {key: 'b'}),
    heading(2, [authorText('?!')], {key: 'c'}),
  ]);
  expect(renderReportMarkdown(report, 'npm run x')).toBe(
    '# Report\n\n## [a](#homes)\n\n## [b](#homes-1)\n\n## [c](#section)\n\n## d\n\n## Homes\n\n## Homes\n\n## ?!\n',
  );
  const html = renderReportHtml(report);
  for (const id of ['homes', 'homes-1', 'section']) {
    expect(html).toContain(`<a href="#${id}">`);
    expect(html).toContain(`<h2 id="${id}">`);
  }
  expect(html).toContain('<title>A &lt;title&gt;</title>');
});

test('text of others is only text in both forms, and an address is a link where a browser opens it safely', () => {
  const hostile = '<img src=x> @everyone [a](javascript:alert(1)) #12';
  const report = reportOf([
    paragraph([
      authorText(hostile),
      text(' '),
      address('javascript:alert(1)'),
      text(' '),
      address('https://a.example/"<b>'),
    ]),
  ]);
  expect(renderReportMarkdown(report, 'npm run x')).toBe(
    '`<img` `src=x>` `@everyone` `[a](javascript:alert(1))` `#12` `javascript:alert(1)` `https://a.example/"<b>`\n',
  );
  expect(renderReportHtml(report)).toContain(
    '<p><bdi>&#x3C;img src=x> @everyone [a](javascript:alert(1)) #12</bdi> <code>javascript:alert(1)</code> <a href="https://a.example/%22%3Cb%3E" rel="noreferrer">https://a.example/"&#x3C;b></a></p>',
  );
});

test('what does not fit into the summary of a run is left out and mentioned', () => {
  const items = Array.from({length: 400}, (_, n) => listItem([paragraph([text(`${n} ${'long '.repeat(200)}end`)])]));
  const markdown = renderReportMarkdown(reportOf([list(items), heading(2, [text('End')])]), 'npm run x');
  expect(markdown.length).toBeGreaterThan(290_000);
  expect(markdown.length).toBeLessThan(301_000);
  expect(markdown).toMatch(/end\n\nThe rest is left out here: `npm run x` writes all of it into one file\.\n$/);
});
