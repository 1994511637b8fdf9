import {execFile} from 'node:child_process';
import {globSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {checkPagesApart} from '../../../../src/app/check/check-pages.ts';
import {keepResultsIn, recall} from '../../../../src/content/memo.ts';
import {loadCheckContext} from '../../../../src/io/load-check-context.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {FileResultStore} from '../../../../src/io/result-store.ts';
import {reportSchema} from '../../../../src/rules/report/report-schema.ts';
import {problemInputs} from '../../../../src/rules/rule-set.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {configFile, page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const INDEX = JSON.stringify(path.join(ROOT, 'src/index.ts'));

/** The sound toolkit with the code of own rules, and severities of rules. */
function toolkitWithRules(code: string, rules: object = {}, more: Readonly<Record<string, string>> = {}): string {
  const config = configFile(`export default ${JSON.stringify({rules})};`).replace(
    'export default {',
    `{own_rules: [${code}], `,
  );
  const text = `import {defineRule, defineToolkit} from ${INDEX};\nexport default defineToolkit(${config.replace(';\nimport', ');\nimport')}`;
  return folderWith({...soundFiles(), 'toolkit.config.ts': text, ...more});
}

const HEADING = `defineRule({
  id: 'name-the-river',
  description: 'Every second-level heading names the river.',
  check: ({id, kind, frontMatter, tree, text}) =>
    tree.children
      .filter((node) => node.type === 'heading' && !text.slice(node.position.start.offset, node.position.end.offset).includes('Ouse'))
      .map((at) => ({at, problem: \`heading of \${kind} \${id}, "\${frontMatter.title}", expected the river\`, fix: 'Name it.'})),
})`;

const HOMES = {
  'docs/priorities/homes.md': page('Homes', 'sources: [{title: A, publisher: B, url: https://b.example/}]\n').replace(
    'Words.',
    '## The Ouse\n\nWords.\n\n## Floods\n\nWords.',
  ),
};

test('an own rule reports problems at their places, which can have exceptions', async () => {
  const cwd = toolkitWithRules(HEADING, {}, HOMES);
  const {stdout} = await runCommand(['check'], cwd);
  expect(stdout).toContain(
    'docs/priorities/homes.md:13:1: warning: heading of page priorities/homes, "Homes", expected the river [own/name-the-river]\n  fix: Name it.',
  );
  expect(stdout.match(/own\/name-the-river/g)).toHaveLength(1);
  const file = path.join(cwd, 'docs/priorities/homes.md');
  const ignored = '<!-- check-ignore own/name-the-river: it has no river -->\n\n## Floods';
  writeFileSync(file, readFileSync(file, 'utf8').replace('## Floods', ignored));
  expect((await runCommand(['check'], cwd)).stdout).not.toContain('own/name-the-river');
});

test('an own rule can name a key of the front matter, and changes nothing in the page', async () => {
  const code = `defineRule({id: 'no-sources', description: 'Pages have no sources.', severity: 'error', check: (page) => {
    page.tree.children = [];
    return page.frontMatter.sources ? [{at: ['sources', 0, 'publisher'], problem: 'source given, expected none', fix: 'Remove it.'}] : [];
  }})`;
  const {code: exit, stdout} = await runCommand(['check'], toolkitWithRules(`${code}, ${HEADING}`, {}, HOMES));
  expect(exit).toBe(1);
  expect(stdout).toMatch(/homes\.md:6:\d+: error: source given, expected none \[own\/no-sources\]/);
  expect(stdout).toContain('[own/name-the-river]');
});

test('each own rule that fails is one problem of the configuration', async () => {
  const failing = [
    {id: 'throws', check: "() => { throw new Error('no river'); }", said: 'it threw "no river"'},
    {id: 'counts', check: '() => 7', said: 'it returned something else'},
    {id: 'waits', check: 'async () => []', said: 'it returned something else'},
    {id: 'has-no-fix', check: "() => [{problem: 'x'}]", said: 'it returned something else'},
  ];
  const rules = failing.map(
    ({id, check}) =>
      `defineRule({id: '${id}', description: 'Every page names the river.', check: (${check}) as never})`,
  );
  const {code: exit, stdout} = await runCommand(['check'], toolkitWithRules(rules.join(', ')));
  expect(exit).toBe(1);
  for (const {id, said} of failing) {
    expect(stdout.split(`own/${id}`)).toHaveLength(2);
    expect(stdout).toContain(
      `toolkit.config.ts: error: rule \`own/${id}\` failed: ${said}, expected a list of problems`,
    );
  }
});

test('a rule can be switched off or get another severity, also on lines with exceptions', async () => {
  const long = {
    'docs/index.md': page('Start').replace(
      'Words.',
      `Floods ${'and more floods '.repeat(20)}come.\n\n<!-- check-ignore no-misspelling: a name -->\n\nMany floodz came.`,
    ),
  };
  const found = async (rules: object) =>
    (await runCommand(['check'], toolkitWithRules(HEADING, rules, {...HOMES, ...long}))).stdout;
  expect(await found({})).toMatch(/warning: .*\[no-long-sentence\]/);
  const changed = await found({
    'no-long-sentence': 'off',
    'no-misspelling': 'off',
    'own/name-the-river': 'error',
    'markdownlint/heading-increment': 'warning',
  });
  expect(changed).not.toMatch(/no-long-sentence|no-unused-exception|no-misspelling/);
  expect(changed).toMatch(/error: heading .*\[own\/name-the-river\]/);
});

test('no severity can be set for rules that protect readers, and for rules that do not exist', async () => {
  const refused = {
    'no-page-code': 'expected a rule that toolkits can change: it protects readers, and the people a page is about',
    'require-note': 'pages, links and the public record of changes depend on it',
    'no-broken-link': 'pages, links and the public record of changes depend on it',
    'no-long-sentense':
      'expected the id of a rule, as reports show it [no-invalid-configuration]\n  fix: Write `no-long-sentence`',
    'own/name-the-rivers': 'fix: Write `own/name-the-river`',
  };
  const rules = Object.fromEntries(Object.keys(refused).map((id) => [id, 'off']));
  const script = page('Start').replace('Words.', '<script>alert(1)</script>');
  const cwd = toolkitWithRules(HEADING, rules, {'docs/index.md': script});
  const {code, stdout} = await runCommand(['check'], cwd);
  expect(code).toBe(1);
  for (const [id, said] of Object.entries(refused)) {
    const told = stdout.slice(stdout.indexOf(`\`${id}\`, expected`));
    expect(told.split('\n', 2).join('\n')).toContain(said);
  }
  expect(stdout).toContain('[no-page-code]');
});

test('the code of an own rule, and what it imports, is part of the key of the cache', async () => {
  const code = `defineRule({id: 'say-it', description: 'Every page says a word.', check: ({text}) => text.includes(WORD) ? [] : [{problem: 'expected ' + WORD, fix: 'Say it.'}]})`;
  const word = (said: string) => `export const WORD = '${said}';\n`;
  const cwd = toolkitWithRules(code, {}, {'word.mts': word('title'), 'node_modules/.package-lock.json': '{}'});
  const config = path.join(cwd, 'toolkit.config.ts');
  writeFileSync(config, `import {WORD} from './word.mts';\n${readFileSync(config, 'utf8')}`);
  const check = async () => {
    const program = [path.join(ROOT, 'bin/toolkit.mjs'), 'check'];
    return (await promisify(execFile)(process.execPath, program, {cwd})).stdout;
  };
  expect(await check()).not.toContain('own/say-it');
  expect(globSync('node_modules/.cache/**/*.bin', {cwd})).not.toEqual([]);
  writeFileSync(path.join(cwd, 'word.mts'), word('xylophone'));
  expect(await check()).toContain('expected xylophone [own/say-it]');
});

const GREEDY = `defineRule({
  id: 'remember-all',
  description: 'Every page is remembered.',
  check: ({id}) => {
    const kept = [];
    while (id === 'priorities/homes') kept.push(Array(10_000_000).fill(0.5));
    return [];
  },
})`;

test('a page that uses all memory is one problem, and other pages are checked all the same', async () => {
  const cwd = toolkitWithRules(GREEDY, {}, {'docs/index.md': page('Start').replace('Words.', 'The the boat is here.')});
  // The editor and the comment on a pull request read this format.
  const {code, stdout, stderr} = await runCommand(['check', '--format', 'json'], cwd);
  expect(code).toBe(1);
  const {problems} = reportSchema.parse(JSON.parse(stdout));
  expect(problems.filter(({rule}) => rule === 'no-unreadable-file')).toMatchObject([
    {
      path: 'docs/priorities/homes.md',
      severity: 'error',
      problem: expect.stringContaining('the rules needed more than 1024 MB of memory for this page'),
    },
  ]);
  expect(problems).toContainEqual(expect.objectContaining({path: 'docs/index.md', rule: 'no-writing-slip'}));
  expect(stderr).not.toMatch(/^\s+at |bug in the toolkit/m);
});

test('a page whose rules never end is one problem, which is not cached', async () => {
  const endless = `defineRule({
    id: 'wait',
    description: 'Every page waits.',
    check: ({id}) => {
      while (id === 'priorities/homes');
      return [];
    },
  })`;
  const cwd = toolkitWithRules(endless);
  const toolkit = await loadToolkit(cwd);
  const store = new FileResultStore(folderWith({'node_modules/.package-lock.json': '{}'}), 'check');
  keepResultsIn(store);
  const {stopped} = await checkPagesApart(cwd, toolkit, undefined, 1);
  // On a busy computer, other pages may take as long.
  expect(stopped).toContainEqual(
    expect.objectContaining({
      path: 'docs/priorities/homes.md',
      severity: 'error',
      problem: expect.stringContaining('took more than 1 second'),
    }),
  );
  const keptOf = (page: string, words: readonly string[] = []) => {
    const context = loadCheckContext(cwd, toolkit.config);
    const document = toolkit.documents.find(({document}) => document.path === page)?.document;
    return document && recall('problems', problemInputs(document, {...context, words: [...context.words, ...words]}));
  };
  expect(keptOf('docs/priorities/homes.md')).toBeUndefined();
  const others = toolkit.documents.filter(({document}) => document.path !== 'docs/priorities/homes.md');
  await checkPagesApart(cwd, {...toolkit, documents: others});
  expect(keptOf('docs/index.md')).toEqual({value: expect.any(Array)});
  expect(keptOf('docs/index.md', ['eagre'])).toBeUndefined();
  keepResultsIn(undefined);
});
