import {existsSync} from 'node:fs';
import {EDITOR} from '../../../model/routes/editor-links.ts';
import {buildEditor} from '../../editor/build-editor.ts';
import {decapFolder} from '../../editor/fetch-decap.ts';
import {BuildProblemsError, type BuiltSite} from '../built-site.ts';

/** Writes the browser editor, if the configuration switches it on. Search and site map leave it out: it is no page. */
export async function writeEditor({toolkit, siteDir, output}: BuiltSite): Promise<void> {
  const {config, extensions} = toolkit;
  if (!config.editor) return;
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
  output.write(Object.entries(files).map(([name, text]) => [EDITOR.slice(1) + name, text]));
}
