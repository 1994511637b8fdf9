import {expect, test} from 'vitest';
import {editorFiles} from '../../../../../src/features/editor/build-editor.ts';
import {BuildProblemsError} from '../../../../../src/site/after-build/built-site.ts';
import {folderWith} from '../../../support/run-command.ts';
import {siteWith} from '../built-site.ts';

test('a site whose configuration says nothing of an editor has no trace of one', async () => {
  const site = siteWith({});
  expect(await editorFiles(site)).toEqual([]);
});

test('a build fetches nothing, and says how to fetch what the editor needs', async () => {
  const site = siteWith({}, {siteDir: folderWith({})});
  const config = {...site.toolkit.config, editor: {oauth: 'https://login.example', branch: 'main'}};
  const built = editorFiles({...site, toolkit: {...site.toolkit, config}});
  await expect(built).rejects.toThrow(BuildProblemsError);
  await expect(built).rejects.toMatchObject({problems: [{fix: expect.stringContaining('`npm run edit -- --fetch`')}]});
});
