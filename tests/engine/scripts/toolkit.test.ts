import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {parseCommand} from '../../../scripts/cli/parse-command.ts';
import {COMMANDS} from '../../../scripts/commands.ts';
import {listWords} from '../../../src/format/nearest.ts';
import {createSiteServer, freePort, listen} from '../../../src/io/cli/site-server.ts';
import {listenForTest} from '../support/network/listen.ts';
import {folderWith, runCommand, textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

test.each([
  {
    argv: ['chek'],
    said: `unknown command \`chek\`, expected ${listWords(Object.keys(COMMANDS))}\n  fix: Write \`check\`, the nearest of these.\n`,
  },
  {
    argv: ['check', '--modle'],
    said: 'unknown option `--modle`, expected `--model`, `--release`, `--since`, `--fix`, `--format`, `--write`, `--baseline` or `--help`\n  fix: Write `--model`, the nearest of these.\n',
  },
  {
    argv: ['check', '--format'],
    said: 'option `--format` has no value, expected text (the default), github, json or markdown\n  fix: Run `npm run toolkit -- check --help` to see how to use it.\n',
  },
  {
    argv: ['check', '--fix=yes'],
    said: 'option `--fix` has the value `yes`, expected none\n  fix: Write only `--fix`.\n',
  },
])('$argv could not run: exit code 2 and what to do', async ({argv, said}) => {
  const {code, stdout, stderr} = await runCommand(argv, folderWith({}));
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});

test('reads an option without its value, a value that begins with a dash after an equals sign, and defaults', () => {
  expect(parseCommand(['publish', '--edition', '--dry-run'])?.options).toEqual({edition: '', 'dry-run': true});
  expect(parseCommand(['publish', '--title=-10 degrees'])?.options).toEqual({title: '-10 degrees'});
  expect(parseCommand(['job', 'report-links', '-'])?.words).toEqual(['report-links', '-']);
  expect(parseCommand(['check'])?.options).toEqual({format: 'text'});
});

test.skipIf(!process.getuid?.())('a build that may not write is a sentence, and no stack', async () => {
  const folder = folderWith({'toolkit.config.ts': '', 'build/index.html': ''});
  chmodSync(path.join(folder, 'build'), 0o500);
  expect(await runCommand(['build'], folder)).toMatchObject({
    code: 2,
    stderr:
      'the site could not be written (EACCES: permission denied, access `build`)\n  fix: Give yourself permission to write there, and run the command again.\n',
  });
});

test.each([['new', 'note'], ['publish'], ['review'], ['build']])(
  '%s %s in a folder without a toolkit is a sentence, and no stack',
  async (...argv) => {
    const {code, stdout, stderr} = await runCommand(argv, folderWith({}));
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toMatch(
      /^toolkit\.config\.ts: no configuration found, expected the file that names the toolkit\n {2}fix: Run the command from the folder that holds `toolkit\.config\.ts`\.\n(?:Nothing was published\.\n)?$/,
    );
  },
);

/** What a command line of `package.json` prints where only it and `bin/` are there. */
function runScript(command: string, env: NodeJS.ProcessEnv = {}) {
  const cwd = folderWith({'package.json': readFileSync(path.join(ROOT, 'package.json')), 'package-lock.json': '{}'});
  cpSync(path.join(ROOT, 'bin'), path.join(cwd, 'bin'), {recursive: true});
  const {status, stdout, stderr} = spawnSync(command, {
    cwd,
    shell: true,
    encoding: 'utf8',
    env: {...process.env, ...env},
  });
  return {status, stdout, stderr};
}

test('without its packages, every npm script and the program say what to run, and nothing else', () => {
  const {scripts, bin} = JSON.parse(textIn(ROOT, 'package.json'));
  for (const command of [
    ...Object.values<string>(scripts),
    ...Object.values<string>(bin).map((file) => `node ${file}`),
  ]) {
    expect(runScript(command), command).toEqual({
      status: 2,
      stdout: '',
      stderr: 'the packages that this needs are not installed\n  fix: Run `npm ci`.\n',
    });
  }
});

test('a Node that is too old is a sentence', () => {
  const old = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.20.2'}})";
  const guard = path.join(ROOT, 'bin/toolkit.mjs');
  const {status, stderr} = runScript(`node "${guard}" check`, {NODE_OPTIONS: `--import=${old}`});
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Node 20\.20\.2 is too old, expected 22\.19 or newer\n {2}fix: Run the command through npm/);
});

test('help lists the commands in groups, those of workflows only if asked, and each command has its own', async () => {
  const [some, all] = [await runCommand(['--help'], '.'), await runCommand(['--help', '--all'], '.')];
  for (const [name, {group}] of Object.entries(COMMANDS)) {
    const line = new RegExp(`^  ${name} `, 'm');
    expect(all.stdout).toMatch(line);
    expect(line.test(some.stdout), name).toBe(group !== 'workflows');
  }
  expect(some.stdout.match(/^ {2}\S/gm)?.length).toBeLessThanOrEqual(13);
  expect((await runCommand(['check', '--help'], '.')).stdout).toContain('npm run check -- --fix');
});

test('whoever reads the first line only, as `head` does, gets no words of a crash', async () => {
  const command = spawn(process.execPath, ['bin/toolkit.mjs', '--help'], {cwd: ROOT});
  command.stdout.destroy();
  let told = '';
  command.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [code] = await once(command, 'close');
  expect(told).toBe('');
  expect(code).toBe(0);
});

test('a busy port gets the next one', async () => {
  const port = await listenForTest(createServer());
  const server = createServer();
  onTestFinished(() => void server.close());
  expect(await listen(server, port)).toBeGreaterThan(port);
});

test('`npm start` takes the next port that is free where it serves', async () => {
  const port = await listenForTest(createServer(), 'localhost');
  expect(await freePort(port)).toBeGreaterThan(port);
});

test('a served site shows a new build without a restart', async () => {
  const folder = folderWith({'404.html': 'old'});
  const port = await listenForTest(createSiteServer(folder));
  const read = async () => (await fetch(`http://127.0.0.1:${port}/new/`)).text();
  expect(await read()).toBe('old');
  mkdirSync(path.join(folder, 'new'));
  writeFileSync(path.join(folder, 'new/index.html'), 'new');
  writeFileSync(path.join(folder, '404.html'), 'newer');
  expect(await read()).toBe('new');
});
