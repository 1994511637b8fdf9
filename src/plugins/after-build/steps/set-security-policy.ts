import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Parser} from 'htmlparser2';
import {compareText} from '../../../content/problem.ts';
import type {BuiltSite} from '../built-site.ts';
import {rewritePages} from '../edit-pages.ts';
import {policyHash} from '../hash.ts';
import {renderHeaders, renderPolicy} from './security-policy.ts';

const SEARCH_PAGE = '/search/';

/** Gives each page a policy that allows its own inline scripts and no other, and the server one for them all. */
export async function setSecurityPolicy(site: BuiltSite): Promise<void> {
  const everyScript = new Set<string>();
  await rewritePages(site, (html, {address}) => {
    const scripts = [...new Set(collectInlineScripts(html).map(policyHash))];
    for (const hash of scripts) everyScript.add(hash);
    return insertPolicy(html, renderPolicy({scripts, search: address === SEARCH_PAGE}));
  });
  const headers = renderHeaders(site.baseUrl, [...everyScript].sort(compareText));
  await writeFile(path.join(site.dir, '_headers'), headers);
}

/** A policy rules only what stands after it; the character set must come first, within 1,024 bytes. */
function insertPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const before = /<meta charset=[^>]*>/i.exec(html) ?? /<head[^>]*>/i.exec(html);
  const at = before ? before.index + before[0].length : 0;
  return html.slice(0, at) + meta + html.slice(at);
}

function collectInlineScripts(html: string): string[] {
  const scripts: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentag(name, {src, type}) {
      // Structured data is never run, so no policy asks for its hash.
      inside = name === 'script' && src === undefined && !type?.endsWith('json');
      if (inside) scripts.push('');
    },
    ontext(text) {
      if (inside) scripts.push((scripts.pop() ?? '') + text);
    },
    onclosetag() {
      inside = false;
    },
  });
  parser.end(html);
  return scripts;
}
