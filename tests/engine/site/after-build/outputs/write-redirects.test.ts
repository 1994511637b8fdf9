import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../../../src/rules/examples/example-files.ts';
import {writeRedirects} from '../../../../../src/site/after-build/steps/write-redirects.ts';
import {page} from '../../../support/toolkits/sound-toolkit.ts';
import {read, siteWith} from '../built-site.ts';

const toolkit = {'docs/priorities/floods.md': page('Floods & "high" water', 'redirect_from: [/toolkit/old place/]\n')};

test.each(['/', '/flood/'])('under %s, an old address leads to the new one', async (baseUrl) => {
  const site = siteWith({}, {toolkit, baseUrl});
  await writeRedirects(site);
  const moved = read(site, 'toolkit/old place/index.html');
  expect(moved).toContain(`content="0; url=${baseUrl}toolkit/priorities/floods/"`);
  expect(moved).toContain(`href="https://flood.example${baseUrl}toolkit/priorities/floods/"`);
  expect(moved).toContain(`<a href="${baseUrl}toolkit/priorities/floods/">Floods &amp; &quot;high&quot; water</a>`);
  expect(moved).toContain('<html lang="en-GB">');
  expect(read(site, 'toolkit/case-studies/index.html')).toContain(`url=${baseUrl}case-studies/`);
  // With scripts the browser must be sent on once only, or what the address names would be lost.
  expect(moved).toMatch(/<noscript><meta http-equiv="refresh" [^>]*><\/noscript>/);
  expect(moved).toContain(`<script src="${baseUrl}redirect.js" data-to="${baseUrl}toolkit/priorities/floods/">`);
  expect(read(site, 'redirect.js').length).toBeLessThan(200);
});

test('a list of case studies that is empty, or has become so, leads to all of them for now', async () => {
  const site = siteWith({}, {toolkit});
  await writeRedirects(site);
  expect(read(site, 'case-studies/evidence/evaluated/index.html')).toContain('url=/case-studies/');
  const studies = {
    'docs/case-studies/boats.md': caseStudyExample(),
    'docs/case-studies/pumps.md': caseStudyExample().replace('self-reported', 'evaluated'),
  };
  const full = siteWith({}, {toolkit: {...toolkit, ...studies}});
  await writeRedirects(full);
  // Of evidence, the list of the best is there even if it is empty.
  for (const label of ['evaluated', 'independent']) {
    expect(() => read(full, `case-studies/evidence/${label}/index.html`)).toThrow();
  }
});

test('a page that is already built is never overwritten, and the error names both', async () => {
  const site = siteWith({'toolkit/old place/index.html': 'a page'}, {toolkit});
  await expect(writeRedirects(site)).rejects.toThrow(
    'docs/priorities/floods.md: redirect from `/toolkit/old place/` to `/toolkit/priorities/floods/` conflicts with `toolkit/old place/index.html`',
  );
  expect(read(site, 'toolkit/old place/index.html')).toBe('a page');
});
