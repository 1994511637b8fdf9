import {existsSync} from 'node:fs';
import {EDITOR} from '../../content/addresses/editor-links.ts';
import {BuildProblemsError, type BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {buildEditor} from './build-editor.ts';
import {decapFolder} from './fetch-decap.ts';

/** The browser editor, if the configuration switches it on. Search and site map leave it out: it is no page. */
export async function editorFiles({toolkit, siteDir}: BuiltSite): Promise<SiteFile[]> {
  const {config, extensions} = toolkit;
  if (!config.editor) return [];
  const decap = decapFolder(siteDir);
  if (!existsSync(decap)) {
    throw new BuildProblemsError([
      {
        path: 'toolkit.config.ts',
        ruleId: 'no-invalid-configuration',
        severity: 'error',
        problem:
          '`editor` is set, and Decap CMS was not fetched yet, expected its files: a build fetches nothing itself',
        fix: 'Run `npm run edit -- --fetch` before the build.',
      },
    ]);
  }
  const files = await buildEditor(decap, config, extensions.collections);
  return Object.entries(files).map(([name, text]) => [EDITOR.slice(1) + name, text]);
}
