import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {editorForms} from '../../../../../src/features/editor/forms/editor-forms.ts';
import {readPage, writePage} from '../../../../../src/features/editor/forms/page-format.ts';
import {loadConfig} from '../../../../../src/io/load-toolkit.ts';
import {FLOOD, ROOT} from '../../../support/toolkits/copy-toolkit.ts';

const pages = [ROOT, FLOOD].flatMap((cwd) => globSync('docs/**/*.md', {cwd}).map((file) => path.join(cwd, file)));

/** The keys of a page. */
const keysOf = (file: string) => parse(file.split(/^---$/m)[1] ?? '') as Record<string, unknown>;

test('every page of both toolkits goes through its form unchanged, and keeps all else when one key changes', () => {
  expect(pages.length).toBeGreaterThan(80);
  const changes = [{note: 'The page says what it said before.', significance: 'minor', why: '', covers: []}];
  for (const page of pages) {
    const file = readFileSync(page, 'utf8');
    const entry = structuredClone(readPage(file));
    expect(writePage(entry), page).toBe(file);
    const noted = writePage({...entry, changes});
    expect(keysOf(noted), page).toEqual({
      ...keysOf(file),
      changes: [{note: 'The page says what it said before.', significance: 'minor'}],
    });
    // Without the note again, the page is what it was.
    expect(writePage({...readPage(noted), changes: []}), page).toBe(writePage({...entry, changes: []}));
    expect(noted.endsWith(String(entry.body).slice(-50).concat('\n')), page).toBe(true);
  }
});

test('a new page has its keys in the order of the form, and what is empty is left out', () => {
  const entry = {
    body: '## Why\n\nBecause.',
    regions: [],
    period: {from: {year: ''}},
    title: 'A page',
    cost: ' ',
    owner: 'editor',
  };
  expect(writePage(entry, ['title', 'owner', 'body'])).toBe(
    '---\ntitle: A page\nowner: editor\n---\n\n## Why\n\nBecause.\n',
  );
});

test('a form requires only a title, starts with it, and ends with the change notes', () => {
  const forms = editorForms(
    {...loadConfig(ROOT), launched: '2026-11-24'},
    [],
    ['docs/a/b/c.md', 'handbook/about/d.md', 'docs/a/data.json'],
  );
  expect(forms.slice(-2)).toMatchObject([
    {name: 'docs.a.b', label: 'A: b', folder: 'docs/a/b'},
    {name: 'handbook.about', label: 'Handbook: about', folder: 'handbook/about'},
  ]);
  for (const {name, fields} of forms) {
    const all = JSON.stringify(fields).match(/"required":true/g);
    expect(all, name).toHaveLength(1);
    expect((fields as object[])[0], name).toMatchObject({name: 'title', required: true});
    expect(JSON.stringify(fields), name).toMatch(/"name":"changes".+"changes"|"name":"changes"/);
    // Nobody who fills it in knows the files behind it.
    const hints = [...JSON.stringify(fields).matchAll(/"hint":"(.*?[^\\])"/g)].map(([, hint]) => hint);
    expect(hints.filter((hint = '') => /npm run|markdown|front matter|`[a-z]|\.json|merged/i.test(hint))).toEqual([]);
  }
});
