import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import nodemailer from 'nodemailer';
import {SMTPServer} from 'smtp-server';
import {expect, test} from 'vitest';
import {GIT_ENV, git, type Remote, startRemote} from '../../support/git.ts';
import {listenForTest} from '../../support/network/listen.ts';
import {folderWith, type Outcome, runCommand} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {configFile} from '../../support/toolkits/sound-toolkit.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const SLUG = '2026-11-24';
const SUBSCRIBERS = ['ann@one.example', 'bob@two.example', 'cath@three.example'];
const LIST = 'updates@lists.example';

interface Received {
  to: string[];
  message: string;
}

function filesIn(folder: string): Record<string, Uint8Array> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = entries.map(({parentPath, name}) => path.join(parentPath, name));
  return Object.fromEntries(paths.map((file) => [path.relative(folder, file), readFileSync(file)]));
}

/** A mail server on loopback; gives its address, and calls back with each message before it says that it has it. */
async function mailServer(onMessage: (mail: Received) => unknown): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, {envelope}, done) {
      const message = await text(stream);
      const to = envelope.rcptTo.map(({address}) => address);
      await Promise.resolve({to, message})
        .then(onMessage)
        .then(
          () => done(),
          (error) => done(error as Error),
        );
    },
  });
  return `smtp://127.0.0.1:${await listenForTest(server.server)}`;
}

interface Scene extends Remote {
  cwd: string;
  site: string;
  /** The messages in each mailbox. */
  mailboxes: Map<string, string[]>;
  env: Record<string, string>;
  run(more?: Record<string, string>): Promise<Outcome>;
}

/** A toolkit with one update of three notes that is on its site, and a list with three subscribers. */
async function setScene({onList, isGone}: {onList?: () => unknown; isGone?: boolean} = {}): Promise<Scene> {
  const pages = new Set([`/updates/${SLUG}/`, '/toolkit/priorities/homes/', '/toolkit/wardens/', '/contribute/help/']);
  const server = createServer(({url = ''}, response) =>
    response.writeHead(pages.has(url) && !isGone ? 200 : 404).end(),
  );
  const site = `http://127.0.0.1:${await listenForTest(server)}`;
  const settings = {
    url: site,
    mailing_list: 'https://lists.example/updates/',
    updates_by_email: {since: SLUG, service: 'Lists', privacy: 'https://lists.example/privacy/'},
  };
  const folder = folderWith({
    ...waitingFiles(),
    'toolkit.config.ts': configFile(`export default ${JSON.stringify(settings)};`),
  });
  expect(await runCommand(['publish'], folder)).toMatchObject({code: 0, stderr: ''});
  const remote = startRemote(filesIn(folder));
  const cwd = remote.checkOut();

  const mailboxes = new Map<string, string[]>();
  const hosts = await mailServer(({to, message}) => {
    for (const address of to) mailboxes.set(address, [...(mailboxes.get(address) ?? []), message]);
  });
  // The list sends what it gets to each subscriber, with a way to leave.
  const transport = nodemailer.createTransport(hosts);
  const list = await mailServer(async ({to, message}) => {
    expect(to).toEqual([LIST]);
    const raw = `List-Unsubscribe: <https://lists.example/leave/>\r\n${message}`;
    for (const address of SUBSCRIBERS) await transport.sendMail({envelope: {from: LIST, to: address}, raw});
    await onList?.();
  });
  const mail = {SMTP_URL: list, MAIL_FROM: 'toolkit@flood.example', MAIL_TO: LIST};
  const env = {...GIT_ENV, GITHUB_TOKEN: 'token', UPDATES_BY_EMAIL: 'send', ...mail};
  const run = (more: Record<string, string> = {}) =>
    runCommand(['job', 'send-updates-by-email'], cwd, {env: {...env, ...more}});
  return {...remote, cwd, site, mailboxes, env, run};
}

/** The text of a message, decoded. */
function decode(message: string): string {
  const bytes = message
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

test('an update of three notes reaches three subscribers once, with links that work, however often the job runs', async () => {
  const {run, mailboxes, site, remote} = await setScene();
  const dry = await run({UPDATES_BY_EMAIL: ''});
  expect(dry).toMatchObject({code: 0, stderr: ''});
  expect(dry.stdout).toContain(`Would send ${SLUG}: Ready for the river: `);
  expect([mailboxes.size, remote('tag')]).toEqual([0, '']);

  expect(await run()).toMatchObject({code: 0, stderr: '', stdout: expect.stringContaining(`Sent ${SLUG}`)});
  for (let times = 0; times < 3; times++) {
    expect(await run()).toMatchObject({code: 0, stdout: 'Every update has been sent, or none is to be.\n'});
  }
  expect([...mailboxes.keys()].sort()).toEqual(SUBSCRIBERS);
  for (const [address, messages] of mailboxes) {
    expect(messages, address).toHaveLength(1);
    const message = decode(messages[0] ?? '');
    expect(message).toContain('The page on homes now asks for three boats for every 40 homes.');
    expect(message).toContain('A new page tells how many wardens a street needs.');
    expect(message).toContain('The page on helping says where to write.');
    expect(message).toMatch(/^Message-ID: <update-2026-11-24@127\.0\.0\.1>/m);
    const links = new Set(message.match(/http:\/\/127[^\s"<>)]+/g));
    expect(links.size).toBeGreaterThanOrEqual(3);
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
    expect(message).toContain(`${site}/updates/${SLUG}/`);
  }
  expect(remote('tag').trim().split('\n')).toEqual([`updates-by-email/begun/${SLUG}`, `updates-by-email/sent/${SLUG}`]);
});

test('an update that a killed run may have sent is not sent again, until somebody says what happened', async () => {
  let child: ChildProcess | undefined;
  const {run, cwd, env, mailboxes, checkOut} = await setScene({
    onList: () => process.kill(-(child?.pid ?? 0), 'SIGKILL'),
  });
  const program = path.join(ROOT, 'bin/toolkit.mjs');
  // The command starts another process: both are killed.
  child = spawn(process.execPath, [program, 'job', 'send-updates-by-email'], {
    cwd,
    env,
    stdio: 'ignore',
    detached: true,
  });
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  expect([...mailboxes.values()].map(({length}) => length)).toEqual([1, 1, 1]);
  const again = await run();
  expect(again.code).toBe(1);
  expect(again.stderr).toContain(`an earlier run was interrupted while it sent ${SLUG}`);
  const [, command = ''] = /Look .*? run `git (push origin HEAD:\S+)`/.exec(again.stderr) ?? [];
  git(checkOut(), ...command.split(' '));
  expect(await run()).toMatchObject({code: 0, stdout: 'Every update has been sent, or none is to be.\n'});
  expect([...mailboxes.values()].map(({length}) => length)).toEqual([1, 1, 1]);
});

test('two runs at once send one message, and a list that refuses gets it next time', async () => {
  const {run, env, checkOut, mailboxes, remote} = await setScene();
  const other = checkOut();
  const refusing = await mailServer(() => {
    throw Object.assign(new Error('not from you'), {responseCode: 550});
  });
  const refused = await run({SMTP_URL: refusing});
  expect(refused).toMatchObject({code: 2, stderr: expect.stringContaining('not from you')});
  expect(remote('tag')).toBe('');
  const outcomes = await Promise.all([run(), runCommand(['job', 'send-updates-by-email'], other, {env})]);
  expect(outcomes.map(({code}) => code).sort()).toContain(0);
  expect([...mailboxes.values()].map(({length}) => length)).toEqual([1, 1, 1]);
});

test.each([
  {what: 'the page of the update is missing', isGone: true, more: {}, said: 'is not on the site'},
  {what: 'no list is named', isGone: false, more: {MAIL_TO: ''}, said: 'no mailing list is named'},
  {what: 'the server is down', isGone: false, more: {SMTP_URL: 'smtp://127.0.0.1:1'}, said: 'does not answer'},
])('nothing is sent where $what, and the next run may try', async ({isGone, more, said}) => {
  const {run, mailboxes, remote} = await setScene({isGone});
  expect(await run(more)).toMatchObject({code: 2, stderr: expect.stringContaining(said)});
  expect([mailboxes.size, remote('tag')]).toEqual([0, '']);
});
