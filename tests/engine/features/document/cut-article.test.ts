import {expect, test} from 'vitest';
import {cutArticle} from '../../../../src/features/document/join-pages.ts';

const PAGE = `<!DOCTYPE html><html><body><main><p>a notice of the site</p><article class="page">
<header class="page-head"><h1>Homes</h1><p class="page-meta">Last updated: today.</p>
<p class="printed-as">https://flood.example</p></header>
<div class="page-rail">On this page</div><div class="page-body"><p class="notice publisher-notice">Who</p>
<div class="prose"><p>Words.</p><article>an article within</article></div><section class="sources"><h2 id="sources">Sources</h2></section>
<section class="related">Related</section><nav class="paginator">Next</nav>
<footer class="page-foot"><script type="application/ld+json">{}</script><p class="notice">Overdue</p>
<details class="about-page"><summary>About</summary><section class="history">History</section><dl class="review"><dt>Last checked</dt></dl><section class="cite">Cite</section></details>
<p><a href="/edit">Suggest a change</a></p><section class="feedback">Feedback</section></footer></div></article></main></body></html>`;

test('the words of a page stay, with its sources, when it was updated and who checked it; its furniture goes', () => {
  const {html, ids} = cutArticle(PAGE);
  const words = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  expect(words).toBe('Homes Last updated: today. Words. an article within Sources Overdue Last checked');
  expect(html).not.toMatch(/<script|page-foot"><\/|a notice of the site/);
  expect([...ids]).toEqual(['sources']);
});
