import {rm} from 'node:fs/promises';
import path from 'node:path';
import {hrefOf} from '../../../content/links/addresses.ts';
import type {BuiltSite} from '../built-site.ts';
import {editPages} from '../edit-pages.ts';
import {bundleClient} from './bundle-client.ts';
import {keepFormerHeadings} from './keep-former-headings.ts';
import {takeReactOut} from './take-react-out.ts';
import {tidyHtml} from './tidy-html.ts';

/** Pages lose React and what only React or Docusaurus read, load one small script of ours instead, and keep old anchors. */
export async function makePagesStatic(site: BuiltSite): Promise<void> {
  const {clientScripts} = site;
  const scripts = {
    site: hrefOf(site, `/${await bundleClient(site, clientScripts.site)}`),
    lists: hrefOf(site, `/${await bundleClient(site, clientScripts.lists)}`),
  };
  await editPages(site, [takeReactOut(scripts), tidyHtml, keepFormerHeadings(site.toolkit)]);
  await rm(path.join(site.dir, 'assets/js'), {recursive: true, force: true});
}
