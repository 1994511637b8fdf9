import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {BuiltSite} from '../built-site.ts';
import {listFiles} from '../built-site.ts';
import {rewritePages} from '../edit-pages.ts';
import {shortHash} from '../hash.ts';
import {collectSelectors} from './collect-selectors.ts';
import {purgeSheet} from './purge-sheet.ts';

/** Takes out styles that no page and no script of the site uses, and names each style sheet after its content. */
export async function purgeStyles(site: BuiltSite): Promise<void> {
  const files = await listFiles(site);
  const pages = files.filter((file) => file.endsWith('.html'));
  const scripts = files.filter((file) => /^assets\/site\..+\.js$/.test(file));
  const used = await collectSelectors(site.dir, pages, scripts);
  const renamed = new Map<string, string>();
  for (const sheet of files.filter((file) => /^assets\/css\/.+\.css$/.test(file))) {
    const css = await purgeSheet(await readFile(path.join(site.dir, sheet), 'utf8'), used);
    const name = sheet.replace(/(\.[0-9a-f]{8,})?\.css$/, `.${shortHash(css)}.css`);
    await rm(path.join(site.dir, sheet));
    await writeFile(path.join(site.dir, name), css);
    renamed.set(sheet, name);
  }
  await rewritePages(site, (html) =>
    [...renamed].reduce((text, [before, after]) => text.replaceAll(before, after), html),
  );
}
