import {expect, test} from 'vitest';
import {buildEditor} from '../../../../src/features/editor/build-editor.ts';
import {DECAP_FILES} from '../../../../src/features/editor/fetch-decap.ts';
import {folderWith} from '../../support/run-command.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

/** The page and the configuration of an editor, of a site or, with its address, on this computer. */
async function built(local?: string) {
  const toolkit = toolkitWith();
  const config = {...toolkit.config, editor: {oauth: 'https://login.example', branch: 'main'}};
  const decap = folderWith(Object.fromEntries(DECAP_FILES.map((name) => [name, ''])));
  const files = await buildEditor(decap, {...toolkit, config}, local);
  const policy = /Content-Security-Policy" content="([^"]+)"/
    .exec(files['index.html'] ?? '')?.[1]
    ?.replaceAll('&#39;', "'");
  return {page: files['index.html'], policy, ...JSON.parse(files['config.yml'] ?? '')};
}

test('the editor of a site proposes changes on GitHub, from a fork where needed, and neither merges nor deletes', async () => {
  const {page, policy, backend, publish_mode, collections} = await built();
  const address = {base_url: 'https://login.example', repo: 'example-org/flood', branch: 'main'};
  expect(backend).toEqual({name: 'github', open_authoring: true, ...address});
  expect(publish_mode).toBe('editorial_workflow');
  expect(collections.length).toBeGreaterThan(1);
  for (const form of collections) expect(form).toMatchObject({delete: false, publish: false});
  expect(policy).toContain("default-src 'none'; script-src 'self' 'unsafe-eval';");
  expect(policy).toContain("connect-src 'self' blob: https://api.github.com https://www.githubstatus.com;");
  expect(page).not.toContain('data-local');
});

test('the editor on a computer saves there, and asks no other site', async () => {
  const {page, policy, backend, publish_mode, collections} = await built('http://localhost:3000');
  expect([backend.name, publish_mode]).toEqual(['proxy', undefined]);
  for (const form of collections) expect(form).toMatchObject({delete: true, publish: false});
  expect(policy).not.toContain('https:');
  expect(page).toContain('data-local');
});
