import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {toHtml} from 'hast-util-to-html';
import {expect, test} from 'vitest';
import {DIAGRAM} from '../../../src/content/extensions/built-in-directives.ts';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {defineDirective, defineToolkit, h, z} from '../../../src/index.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {noPageCode} from '../../../src/rules/safety/no-page-code.ts';
import {draftBody, finishBody} from '../../../src/site/render/page-body.ts';
import {folderWith, runCommand} from '../support/run-command.ts';
import {config, configFile, pageOf, settings, soundFiles} from '../support/toolkits/sound-toolkit.ts';

const level = defineDirective({
  name: 'river-level',
  description: 'Says what a level of the river means.',
  attributes: z.object({
    metres: z.number().max(10).describe('The level, in metres.'),
    place: z.string().optional(),
    rising: z.boolean().default(false),
    link: z.url().optional(),
  }),
  render: ({metres, place = 'the bridge', rising, link}) => {
    if (place === 'nowhere') throw new Error('no gauge');
    if (place === 'sea') return 'deep' as never;
    return h('div', {className: ['notice', 'other'], onclick: 'steal()'}, [
      h('a', {href: link}, `${metres + 1} m at ${place}${rising ? ', rising' : ''}`),
      h('script', 'alert(1)'),
    ]);
  },
});

const callout = defineDirective({
  name: 'callout',
  description: 'A box around some text.',
  has_text: true,
  attributes: z.object({title: z.string()}),
  render: ({title}, children) => [h('p', h('strong', title)), h('div', {className: 'notice'}, children)],
});

const {directives} = defineToolkit({...settings, directives: [level, callout]});
const context = {
  ...loadCheckContext('no folder: no words of its own', config),
  directives: [DIAGRAM, ...directives],
};

function parsed(words: string) {
  const {kind, document} = pageOf(words);
  return parsePage(kind, document);
}

const htmlOf = (words: string) => {
  const resolver = {link: (url: string) => `/flood/${url}`, image: (src: string) => ({src})};
  const page = parsed(words);
  return toHtml(finishBody(draftBody(page, {directives: [DIAGRAM, ...directives]}), page.document, resolver).tree);
};

test('a diagram draws a list or a table below its title, and what the author wrote stays text', () => {
  const words = ':::diagram{title="What to do before a decision"}\n1. **Ask.** Say [why](why.md).\n2. Decide.\n:::';
  expect(htmlOf(words)).toBe(
    '<figure class="diagram"><figcaption>What to do before a decision</figcaption><ol>\n<li><strong>Ask.</strong> Say <a href="/flood/why.md">why</a>.</li>\n<li>Decide.</li>\n</ol></figure>',
  );
  expect([...noPageCode.check(parsed(words), context)]).toEqual([]);
  expect([...noPageCode.check(parsed(words.replace('title', 'name')), context)][0]?.problem).toContain(
    '`title` is missing',
  );
});

test.each([
  [
    '::river-level{metres="high"}',
    '`metres` holds `high`, expected a number',
    'Change `metres`: the level, in metres.',
  ],
  ['::river-level{metre="2" metres="2"}', 'unknown key `metre`', 'Write `metres`, the nearest match.'],
  ['::river-level[Two]{metres="2"}', 'has text in brackets', 'Remove the brackets.'],
  ['Now :river-level{metres="2"} here', 'expected `::river-level` on a line of its own', 'Write it like that.'],
  ['::callout{title="Hi"}', 'expected `:::callout` on a line of its own, then text', 'Write it like that.'],
  ['::river-level{metres="2" place="nowhere"}', 'failed: no gauge', 'Correct the function `render`'],
  ['::river{metres="2"}', 'expected `::chart`, `:::diagram`, `::river-level`, `:::callout`', 'Remove the line'],
])('%s is reported at its place', (words, problem, fix) => {
  const [finding, ...others] = noPageCode.check(parsed(words), context);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    problem: expect.stringContaining(problem),
    fix: expect.stringContaining(fix),
    place: {line: 8},
  });
});

test('directives in the right form have no problem, and show what their functions return', () => {
  const words =
    '::river-level{metres="2" rising}\n\n:::callout{title="Before you *go*"}\nRead [this](a.md).\n\n- Boots\n:::';
  expect(noPageCode.check(parsed(words), context)).toEqual([]);
  expect(htmlOf(words)).toBe(
    '<div class="notice other"><a>3 m at the bridge, rising</a></div>\n<p><strong>Before you *go*</strong></p>\n<div class="notice"><p>Read <a href="/flood/a.md">this</a>.</p><ul>\n<li>Boots</li>\n</ul></div>',
  );
});

test('nothing that a directive returns gets past the sanitiser, and one in another form is shown as text', () => {
  expect(htmlOf('::river-level{metres="2" link="javascript:alert(1)"}')).not.toMatch(
    /href="javascript|script>|onclick/,
  );
  expect(htmlOf('::river-level{metres="2" place="<b>x</b>"}')).toContain('&#x3C;b>x&#x3C;/b>');
  expect(htmlOf('::river-level{metres="12"}')).toBe('::river-level{metres="12"}');
  expect(htmlOf('::callout{title="Hi"}')).toBe('::callout{title="Hi"}');
});

test('what a directive needs is part of the key of caches, and its attributes are checked like other text', async () => {
  const code = (render: string) =>
    `export const sign = {name: 'sign', description: 'A sign with a text.', attributes: z.object({text: z.string()}), render: ${render}};\n`;
  const home = pageOf('::sign{text="Ring 07911 123456"}').document.text;
  const cwd = folderWith({
    ...soundFiles(),
    'docs/priorities/homes.md': home,
    'sign.mts': `import {z} from ${JSON.stringify(path.resolve('src/index.ts'))};\n${code('() => []')}`,
    'toolkit.config.ts': `import {sign} from './sign.mts';\n${configFile('export default {};').replace('{', '{directives: [sign], ')}`,
  });
  const {stdout} = await runCommand(['check'], cwd);
  expect(stdout).toMatch(/homes\.md:8:\d+: error: .* mobile number.*\[no-personal-data\]/);
  expect(stdout).not.toContain('no-page-code');
  const keyOf = async () => {
    const data = {...config, directives: [{name: 'sign', description: 'A sign with a text.', has_text: false}]};
    return loadCheckContext(cwd, data).directiveCode;
  };
  const before = await keyOf();
  writeFileSync(path.join(cwd, 'sign.mts'), code("() => 'other'"));
  expect(await keyOf()).not.toBe(before);
});
