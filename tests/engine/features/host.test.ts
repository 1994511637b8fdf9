import {expect, test} from 'vitest';
import {changeLink, issueUrl} from '../../../src/content/addresses/editor-links.ts';
import type {ToolkitConfig} from '../../../src/content/schemas/toolkit-schema.ts';
import {loadConfig} from '../../../src/io/load-toolkit.ts';
import {checkRelease} from '../../../src/rules/check-release.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const on = (host: ToolkitConfig['host']): ToolkitConfig => ({
  ...loadConfig(ROOT),
  host,
  repository: 'a/b',
  editor: undefined,
});

test.each([
  ['github', 'https://github.com/a/b/edit/main/docs/a.md', 'https://github.com/a/b/issues/3'],
  ['gitlab', 'https://gitlab.com/a/b/-/edit/main/docs/a.md', 'https://gitlab.com/a/b/-/issues/3'],
  ['none', undefined, undefined],
] as const)('links for changes follow the host %s', (host, change, issue) => {
  expect(changeLink(on(host), 'docs/a.md')).toBe(change);
  expect(issueUrl(on(host), 3)).toBe(issue);
  const own = issueUrl({...on(host), host_url: 'https://git.example'}, 3);
  expect(own).toBe(issue?.replace(/https:..[^/]+/, 'https://git.example'));
});

test('without a host, no repository and no team is asked for', () => {
  const config = {...on('none'), repository: 'example-org/b', url: 'https://a.org', email: 'a@a.org'};
  expect(checkRelease(config)).toEqual([]);
});
