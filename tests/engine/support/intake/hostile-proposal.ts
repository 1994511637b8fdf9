import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';
import type {ToolkitConfig} from '../../../../src/content/schemas/toolkit-schema.ts';
import {openBuilt, squeeze} from '../sites/built-page.ts';
import {ROOT} from '../toolkits/copy-toolkit.ts';
import {soundAnswers} from './proposal.ts';

/** Hostile answers that the check lets through: what else is hostile never gets as far as a page. */
const HOSTILE = [
  'HTML that would run',
  'expressions and imports of MDX',
  'what a shell would run',
  'headings that look like sections',
  'headings that look like fields',
  'directives',
  'nested fences',
  'entities',
];

/** Words that show which answers are there, whatever stands between them. */
const LITERALS = [
  '<script>alert(1)</script>',
  "import x from './x.js'",
  '{alert(1)} and $',
  '$(rm -rf /)',
  '::chart{id="visits"}',
  ':::note',
  ':name[label]{a=b}',
  'Top {#custom}',
  '<script> &lt;',
];
const dense = (text: string) => text.replace(/\s+/g, '');
const RUNS = 'script, img, iframe, b, [onclick], [onerror]';

const title = 'Anytown: "quotes" & {braces} <b>$(rm)</b> `x` \u{1F469}';
const facts = {service: "=cmd|' /C calc'!A0", place: '{{ $(id) }} --- <i>x</i>', partners: '@SUM(1), "a" `b` | c'};

/** Answers of a form that try to run something, or to pass for another part of the page. */
export function hostileAnswers(config: ToolkitConfig): Record<string, string> {
  const cases = JSON.parse(readFileSync(path.join(ROOT, 'tests/engine/fixtures/proposals/hostile.json'), 'utf8')) as {
    name: string;
    text: string;
  }[];
  const typed = cases.filter(({name}) => HOSTILE.includes(name)).map(({text}) => text);
  expect(typed).toHaveLength(HOSTILE.length);
  const long = `${'Words and [more](https://anytown.example/a) of <them>. '.repeat(50).trim()}\n\n`.repeat(22);
  const sound = {...soundAnswers(config), 'study-title': title, ...facts};
  return {...sound, why: typed.join('\n\n'), 'what-they-learned': long};
}

/** What was typed into the form is what the built page shows, and nothing runs; round trips test what programs get. */
export function expectHarmless(site: string): void {
  const id = 'case-studies/anytown-quotes-and-braces-b-rm-b-x';
  const $ = openBuilt(site, `toolkit/${id}/`);
  expect($('h1').text()).toBe(title);
  const shown = dense($('.prose').text());
  for (const literal of LITERALS) expect(shown).toContain(dense(literal));
  expect($('.prose').find(RUNS).length).toBe(0);
  expect(
    $('.prose > h2, .prose h2')
      .toArray()
      .map((heading) => squeeze($(heading).text()).trim()),
  ).toEqual(expect.arrayContaining(['Why', 'What they did', 'What it cost', 'What happened', 'What they learned']));
}
