import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {configFile, page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const SOUND = soundFiles();

test('every kind of bad input is in one report, and the exit code is 1', async () => {
  const folder = folderWith({
    ...SOUND,
    'docs/a-unknown-key.md': page('Unknown key', 'colour: red\n'),
    'docs/b-wrong-type.md': page('Wrong type', 'sources: Minutes\n'),
    'docs/c-impossible-date.md': page('Impossible date', 'withdrawn: {on: 2026-02-30, why: It no longer holds.}\n'),
    'docs/d-unknown-page.md': page(
      'Unknown page',
      'withdrawn: {on: 2026-02-20, why: It moved elsewhere., replaced_by: hoems}\n',
    ),
    'docs/e-duplicate-title.md': page('Homes'),
    'docs/f-duplicate-address.md': page('Duplicate address', 'redirect_from: [/toolkit/]\n'),
    'docs/g-broken-yaml.md': page('Broken: YAML'),
    'docs/h-empty.md': '',
    'docs/i-binary.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    'docs/j-large.md': page('Large') + 'Words and words. '.repeat(310_000),
    'docs/k-byte-order-mark.md': `\uFEFF${page('Byte-order mark')}`,
    'docs/l-crlf.md': page('Windows').replaceAll('\n', '\r\n'),
    'docs/m-right-to-left.md': page('Right to left').replace('Words', 'Wor\u202Eds'),
    'docs/n-not-utf-8.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]),
    'docs/o-code.mdx': 'export const run = process.exit(3);\n',
    'blog/_pending/note.txt': 'A note under a wrong name.\n',
    'blog/_pending/note.md':
      '---\nkind: content-changed\nsignificance: major\npages: [priorities/hoems]\nnote: The figure for 2024 was put right.\n---\n',
  });
  const {code, stdout, stderr} = await runCommand(['check', '--model'], folder);
  expect(code).toBe(1);
  expect(stdout).not.toMatch(/^\s+at /m);
  expect(`${stdout}${stderr}`).toMatchSnapshot();
});

test('reserved values are refused for a release, and only then', async () => {
  const folder = folderWith(SOUND);
  const {code, stdout} = await runCommand(['check', '--release'], folder);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'toolkit.config.ts: error: `url` is the placeholder `https://flood.example`, expected your own value [no-reserved-value]',
  );
  expect(stdout.match(/no-reserved-value/g)).toHaveLength(4);
  const owners = [{id: 'editor', label: 'Editor', team: '@river/editor'}];
  const own = {url: 'https://river.org', email: 'us@river.org', repository: 'river/toolkit', owners};
  const decided = folderWith({...SOUND, 'toolkit.config.ts': configFile(`export default ${JSON.stringify(own)};`)});
  expect((await runCommand(['check', '--release'], decided)).code).toBe(0);
});

test('a release needs the path of GitHub Pages, and packages that everybody can get', async () => {
  const check = async (own: object, source: string) => {
    const owners = [{id: 'editor', label: 'Editor', team: '@river/editor'}];
    const config = {email: 'us@river.org', repository: 'river/Toolkit', owners, ...own};
    const folder = folderWith({
      ...SOUND,
      'toolkit.config.ts': configFile(`export default ${JSON.stringify(config)};`),
      'package.json': JSON.stringify({dependencies: {'good-practice-toolkit': source}}),
    });
    return (await runCommand(['check', '--release'], folder)).stdout;
  };
  const found = await check({url: 'https://river.github.io', baseUrl: '/museums/'}, 'file:../engine-0.1.0.tgz');
  expect(found).toContain('`baseUrl` is `/museums/`, expected `/Toolkit/`, where GitHub Pages serves `river/Toolkit`');
  expect(found).toContain('package.json: error: `good-practice-toolkit` comes from `file:../engine-0.1.0.tgz`');
  expect(found).toContain('run `npm install ./engine-0.1.0.tgz`');
  expect(await check({url: 'https://river.github.io', baseUrl: '/toolkit/'}, 'file:./engine-0.1.0.tgz')).toBe('');
  expect(await check({url: 'https://river.org', baseUrl: '/'}, '^0.1.0')).toBe('');
  expect(await check({url: 'https://river.github.io', repository: 'river/river.github.io'}, '^0.1.0')).toBe('');
  expect(await check({url: 'https://example-org.github.io'}, '^0.1.0')).toContain('`url` is the placeholder');
});

test.each([
  ['scripts', 'nothing in `scripts` is checked, expected pages, notes, records or files they use'],
  ['../elsewhere.md', '`../elsewhere.md` is outside the toolkit, expected a file inside'],
  [
    'docs/indx.md',
    '`docs/indx.md` does not exist, expected a file or folder of the toolkit\n  fix: Write `docs/index.md`',
  ],
])('%s cannot be asked about, and why', async (file, said) => {
  const {code, stdout, stderr} = await runCommand(['check', file], folderWith({...SOUND, 'scripts/run.ts': ''}));
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});

test.each([
  ['.', '', 'no problems that a program can find in 4 files'],
  ['docs/index.md', 'docs', 'no problems that a program can find in 1 file'],
  ['..', 'docs', 'no problems that a program can find in 4 files'],
  ['docs/a/', '..', 'no problems that a program can find in 1 file'],
])('%s can be asked about from the folder %j', async (name, typedIn, said) => {
  const folder = folderWith({...SOUND, 'docs/a/one.md': page('One')});
  const {code, stderr} = await runCommand(['check', name], folder, {env: {INIT_CWD: path.join(folder, typedIn)}});
  expect(stderr).toBe(`${said}\n`);
  expect(code).toBe(0);
});

test('a name without its folders is told one that has them', async () => {
  const folder = folderWith({...SOUND, 'docs/a/index.md': page('One')});
  const {code, stderr} = await runCommand(['check', 'index.md'], folder, {env: {}});
  expect(code).toBe(2);
  expect(stderr).toContain('fix: Write `docs/index.md`, the nearest name.');
});

test.each([
  [['--model', '--since', 'main'], '`--model` and `--since` are given'],
  [['--fix', '--baseline'], '`--baseline` and `--fix` are given'],
  [['--baseline', 'docs/index.md'], '`--baseline` is given with `docs/index.md`, expected no names'],
])('%j are refused, for one would do nothing', async (options, said) => {
  const folder = folderWith(SOUND);
  const {code, stdout, stderr} = await runCommand(['check', ...options], folder);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain(said);
  expect(existsSync(path.join(folder, 'ledgers'))).toBe(false);
});
