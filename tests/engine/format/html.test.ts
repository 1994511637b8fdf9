import {expect, test} from 'vitest';
import {html, trusted} from '../../../src/format/html.ts';

test('every value is escaped, in text and in attributes', () => {
  const words = `<b title="x">'&'</b>`;
  expect(html`<p title="${words}">${words}</p>`.html).toBe(
    '<p title="&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;">&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;</p>',
  );
});

test('markup and lists of it are taken as they are, and what is absent leaves nothing', () => {
  const items = ['<a>', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${undefined}${false}${trusted('<li>c</li>')}${0}</ul>`.html).toBe(
    '<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li><li>c</li>0</ul>',
  );
});
