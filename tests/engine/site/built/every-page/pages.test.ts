import {existsSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {textIn} from '../../../support/run-command.ts';
import {readBuiltPages} from '../../../support/sites/built-page.ts';
import {judgeSite} from '../../../support/sites/check-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const expected = {url: 'https://flood.example', baseUrl: '/flood/', language: 'en-GB'};

describe.each(['flood', 'large'] as const)('the built %s site', (name) => {
  const folder = siteFolder(name);
  const pages = readBuiltPages(folder);

  test('has sound pages, each with a title of its own, and all but the words of a page weighs less than 16 KB', () => {
    expect(judgeSite(folder, expected)).toEqual([]);
  });

  test('nothing of React is left on disk', () => {
    expect(existsSync(path.join(folder, 'assets', 'js'))).toBe(false);
  });

  test('sitemap names every page that may be found, and no other', () => {
    const sitemap = textIn(folder, 'sitemap.xml');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
    const indexable = pages
      .filter(({isRedirect, file}) => !isRedirect && !/^toolkit\/\d{4}-\d{2}/.test(file))
      .filter(({file, $}) => file !== '404.html' && !$('meta[name="robots"]').attr('content')?.includes('noindex'))
      .map(({file}) => `${expected.url}${expected.baseUrl}${file.replace(/index\.html$/, '')}`)
      .filter((address) => !address.endsWith('/search/'));
    expect(listed.sort()).toEqual(indexable.sort());
  });
});
