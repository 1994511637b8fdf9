import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import {type BuiltSite, editPages} from '../../../../../src/site/after-build/built-site.ts';
import {securityPolicies} from '../../../../../src/site/after-build/steps/security-policy.ts';
import {html, read, siteWith} from '../built-site.ts';

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
const policyOf = (page: string) => /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

/** Sets the policies, and gives the headers of the server. */
async function setSecurityPolicy(site: BuiltSite): Promise<string> {
  const policies = securityPolicies();
  await editPages(site, [policies.edit]);
  return policies.headers(site.baseUrl);
}

const files = {
  'index.html': html(
    '<script data-site>one<two()</script><script type=application/ld+json>{}</script><script src=/site.js></script>',
  ),
  'other/index.html': html('<script>two()</script>'),
  'search/index.html': html(''),
};

test('each page allows its own inline scripts and no other', async () => {
  const site = siteWith(files);
  await setSecurityPolicy(site);
  expect(read(site, 'index.html')).toContain('<meta charset="UTF-8"><meta http-equiv="Content-Security-Policy"');
  expect(policyOf(read(site, 'index.html'))).toContain(`script-src 'self' ${hashOf('one<two()')};`);
  expect(policyOf(read(site, 'other/index.html'))).toContain(`script-src 'self' ${hashOf('two()')};`);
});

test.each(['/', '/flood/'])('under %s, only the search may run WebAssembly', async (baseUrl) => {
  const site = siteWith(files, {baseUrl});
  await setSecurityPolicy(site);
  expect(policyOf(read(site, 'search/index.html'))).toMatch(
    /script-src 'self' 'wasm-unsafe-eval'; .*worker-src 'self'/,
  );
  expect(policyOf(read(site, 'index.html'))).not.toMatch(/wasm|worker/);
});

test('the server sends the union of all policies, and lets browsers keep hashed files', async () => {
  const site = siteWith(files, {baseUrl: '/flood/'});
  const headers = await setSecurityPolicy(site);
  for (const part of [hashOf('one<two()'), hashOf('two()'), "frame-ancestors 'none'", "'wasm-unsafe-eval'"])
    expect(headers).toContain(part);
  expect(headers).toContain('\n/flood/assets/*\n  Cache-Control: public, max-age=31536000, immutable');
  expect(headers).toContain('\n/flood/api/*\n  Access-Control-Allow-Origin: *');
  expect(headers.match(/Access-Control/g)).toHaveLength(1);
  expect(headers).not.toContain('unsafe-inline');
});
