import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {explainError} from '../../../src/app/explain-error.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {InvalidConfigurationError, loadToolkit} from '../../../src/io/load-toolkit.ts';
import {renderText} from '../../../src/rules/report/render-text.ts';
import {checkModel} from '../../../src/rules/rule-set.ts';
import {openSocket} from '../support/network/open-socket.ts';
import {folderWith} from '../support/run-command.ts';
import {CONFIG_FILES, configFile, page} from '../support/toolkits/sound-toolkit.ts';

const SOUND = {
  ...CONFIG_FILES,
  'docs/index.md': page('Start'),
  'static/river.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
};

async function report(cwd: string): Promise<string> {
  return renderText(checkModel(await loadToolkit(cwd), '2026-11-24'));
}

/** Why a toolkit with this configuration, and these files, cannot be loaded. */
async function refusal(config: string, files: Readonly<Record<string, string>> = SOUND) {
  const cwd = folderWith({...files, 'toolkit.config.ts': config});
  const error = explainError(await loadToolkit(cwd).catch((thrown: unknown) => thrown));
  if (!(error instanceof InvalidConfigurationError)) throw new Error('the toolkit was loaded', {cause: error});
  expect(error.message).not.toContain(cwd);
  return error;
}

const withKeys = (keys: object) => configFile(`export default ${JSON.stringify(keys)};`);

test('a draft is no page of the toolkit until it is ready', async () => {
  const draft = (value: string) =>
    folderWith({...SOUND, 'docs/floods.md': `---\ntitle: Floods\ndraft: ${value}\n---\n`});
  expect((await loadToolkit(draft('true'))).pages.map(({id}) => id)).toEqual(['index']);
  expect(await report(draft('true'))).toBe('');
  expect(await report(draft('false'))).toContain('docs/floods.md:2:1: error: `description` is missing');
});

// Windows has no sockets in folders.
test.skipIf(process.platform === 'win32')('what cannot be read as a file ends in a report', async () => {
  const cwd = folderWith({...SOUND, blog: 'a file where a folder belongs'});
  symlinkSync('/etc/hostname', path.join(cwd, 'docs/host.md'));
  symlinkSync('../docs', path.join(cwd, 'static/docs'));
  mkdirSync(path.join(cwd, 'docs/river.md'));
  await openSocket(path.join(cwd, 'docs/pipe.md'));
  expect(await report(cwd)).toMatchInlineSnapshot(`
    "Must be fixed (5)
    blog: error: file is named like a folder of the toolkit, expected a folder [no-unreadable-file]
      fix: Move the file elsewhere. The folder is optional.
    docs/host.md: error: this is a symbolic link, expected a file or a folder [no-unreadable-file]
      fix: Remove the link. If the toolkit needs the file, copy it here.
    docs/pipe.md: error: this is a pipe, a socket or a device, expected a file or a folder [no-unreadable-file]
      fix: Remove it.
    docs/river.md: error: folder is named like a page, expected a file [no-unreadable-file]
      fix: Remove \`.md\` from the name of the folder.
    static/docs: error: this is a symbolic link, expected a file or a folder [no-unreadable-file]
      fix: Remove the link. If the toolkit needs the file, copy it here."
  `);
});

test('texts as they were published are no files of the toolkit, but links among them are told', async () => {
  const cwd = folderWith({...SOUND, 'blog/_published/2026-11-24/index.md': SOUND['docs/index.md']});
  expect((await loadToolkit(cwd)).files.map((file) => file.path)).toEqual([
    'docs/index.md',
    'static/river.svg',
    'navigation.json',
  ]);
  symlinkSync('/etc/hostname', path.join(cwd, 'blog/_published/2026-11-24/homes.md'));
  expect(await report(cwd)).toContain('blog/_published/2026-11-24/homes.md: error:');
});

test.each([
  {
    config: 'export default {\n  title: ,\n};\n',
    at: '2:10',
    said: /^syntax error at `,`, expected code that can be read$/,
  },
  {
    config: "export default {\n  title: 'A'\n  url: 'b',\n};\n",
    at: '3:3',
    said: /^syntax error at `url: 'b',`, expected/,
  },
  {config: 'import "../fs/gone.ts";\n', said: /^file cannot be read \(Cannot find module .*gone\.ts.*\), expected/},
  {config: 'import "./own.ts";\n', at: '1:8', path: 'own.ts', said: /^syntax error at `let =;`, expected/},
])(
  'a slip in the configuration is a problem of its file and no crash: $said',
  async ({config, at, path: file, said}) => {
    const {problems, message} = await refusal(config, {'own.ts': 'export let =;\n'});
    const found = file ?? 'toolkit.config.ts';
    expect(problems[0]).toMatchObject({path: found, problem: expect.stringMatching(said)});
    expect(message).toContain(at === undefined ? `${found}: ` : `${found}:${at}: `);
  },
);

const ONE = {id: 'one', label: 'One'};

test.each([
  {
    keys: {url: 'https://flood.example/museums'},
    said: [
      '`url` holds `https://flood.example/museums`, expected the address without a path, `https://flood.example`, and the path in `baseUrl`',
    ],
  },
  {
    keys: {owners: [{id: 'editor', label: 'Editor', team: 'editors', owns: ['docs/']}]},
    said: [
      '`owners`, item 1, `team` holds `editors`, expected a GitHub team, `@organisation/team`, or an account, `@name`',
      '`owners`, item 1, `owns`, item 1 holds `docs/`, expected `*`, or a path that begins with `/`, `/docs/`',
    ],
  },
  {
    keys: {repository: 'flood', email: 'flood', launched: 'soon', mailing_list: 'list'},
    said: [
      '`repository` holds `flood`, expected the owner and the name of the repository, `owner/name`',
      '`email` holds `flood`, expected an email address',
      '`mailing_list` holds `list`, expected an address that begins `https://` or `mailto:`',
      '`launched` holds `soon`, expected a day that exists, written `2026-11-24`',
    ],
  },
  {
    keys: {
      vocabularies: {
        cost: {label: 'Sources', singular: 'Evidence', terms: [{id: 'a', label: 'A'}]},
        seasons: {label: 'Seasons', singular: 'Season', terms: [{id: 'a', label: 'A'}]},
        places: {label: 'Places', singular: '!?', guidance: false, terms: [ONE, ONE]},
      },
    },
    said: [
      '`vocabularies.cost` is the name of a key that pages already have, expected another name',
      '`vocabularies.cost.label` holds "Sources", which is already in use, expected another label',
      '`vocabularies.cost.address` is `evidence`, which is already in use, expected another word',
      '`vocabularies.seasons.terms`, item 1, `id` holds `a`, expected another id, because `/updates/a/` is already in use',
      '`vocabularies.places.address` is missing, and the singular makes none, expected a word for addresses',
      '`vocabularies.places.terms`, item 2, `id` holds `one`, expected another id, because it is already in use',
    ],
  },
  {
    keys: {
      feedback_form: 'http://forms.example/',
      labels: {'names.hone': 'Start'},
    },
    said: [
      '`labels.names.hone` is not the key of a text, expected `names.home`',
      '`feedback_form` holds `http://forms.example/`, expected an address that begins `https://`',
    ],
  },
])('a wrong key of the configuration is reported in plain words: $keys', async ({keys, said}) => {
  const {problems} = await refusal(withKeys(keys));
  expect(problems.map(({problem}) => problem)).toEqual(said);
  // Advice for YAML, and the patterns of the schema, do not help in a TypeScript file.
  expect(JSON.stringify(problems)).not.toMatch(/indented|begins `- `|\[a-z|pattern/);
});

test('a switch of an earlier configuration is refused with what took its place', async () => {
  const {problems} = await refusal(withKeys({}).replace('"features":FEATURES', '"features":{"search":false}'));
  expect(problems.map(({problem}) => problem)).toEqual([
    '`features` holds keys, expected no such key: a part of the engine is off where its data or setting is missing',
  ]);
});

test('a logo that is missing is reported', async () => {
  expect((await refusal(withKeys({theme: {logo: 'river.png'}}))).problems).toMatchObject([
    {problem: '`theme.logo` names `static/river.png`, which does not exist, expected a picture in `static/`'},
  ]);
});

test('a mistyped key is not reported as missing too', async () => {
  const changed = configFile('export default {};').replace('"email"', '"emial"');
  expect((await refusal(changed)).problems).toMatchObject([
    {
      problem: expect.stringMatching(/^unknown key `emial`, expected /),
      fix: 'Write `email`, the nearest match, or remove the line.',
    },
  ]);
});

test.each(['xx', 'English', 'en_GB'])(
  'the language %s is refused, with those that there are and how to add one',
  async (language) => {
    const {problems} = await refusal(withKeys({language}));
    const found = problems.find(({problem}) => problem.startsWith('`language`'));
    expect(found).toMatchObject({
      problem: `\`language\` holds \`${language}\`, expected a language, alone or with a region, such as \`fr\` or \`en-GB\``,
      fix: expect.stringContaining('`cy` or `en`'),
    });
  },
);

/** The words of a toolkit without a list: those of its names. */
async function wordsOfNames(): Promise<readonly string[]> {
  const cwd = folderWith(SOUND);
  return loadCheckContext(cwd, (await loadToolkit(cwd)).config).words;
}

test.each(['words.txt', 'sidebars.ts', 'versions.json'])('%s is never followed out of the toolkit', async (file) => {
  const cwd = folderWith(SOUND);
  const secret = path.join(folderWith({'secret.txt': 'a secret word\n'}), 'secret.txt');
  symlinkSync(secret, path.join(cwd, file));
  const text = await report(cwd);
  expect(text).toContain(`${file}: error: this is a symbolic link`);
  expect(text).not.toContain('secret word');
  const {config} = await loadToolkit(cwd);
  expect(loadCheckContext(cwd, config).words).toEqual(await wordsOfNames());
});

test('a configuration that is a link is not run', async () => {
  const cwd = folderWith({'docs/index.md': page('Start')});
  const code = folderWith({'code.ts': 'throw new Error("it ran");\n'});
  symlinkSync(path.join(code, 'code.ts'), path.join(cwd, 'toolkit.config.ts'));
  await expect(loadToolkit(cwd)).rejects.toThrow('file is a symbolic link');
});

test.each([
  ['a folder', (file: string) => mkdirSync(file)],
  ['bytes that are no text', (file: string) => writeFileSync(file, new Uint8Array([0x63, 0xe9, 0x0a]))],
])('%s in the place of the list of words ends in a report', async (_, put) => {
  const cwd = folderWith(SOUND);
  put(path.join(cwd, 'words.txt'));
  expect(await report(cwd)).toMatch(/^Must be fixed \(1\)\nwords\.txt: error: the word list is not text, /);
  expect(loadCheckContext(cwd, (await loadToolkit(cwd)).config).words).toEqual(await wordsOfNames());
});
