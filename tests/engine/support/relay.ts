import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {DatabaseSync} from 'node:sqlite';
import {onTestFinished} from 'vitest';
import type {ToolkitConfig} from '../../../src/content/schemas/toolkit-schema.ts';
import {relayFiles} from '../../../src/features/feedback/forms/beta-feedback-form.ts';
import {type GitHubStandIn, startGitHub} from './network/github-stand-in.ts';
import {folderWith} from './run-command.ts';
import {ROOT} from './toolkits/copy-toolkit.ts';
import {config} from './toolkits/sound-toolkit.ts';

/** A toolkit with a relay. */
const CONFIG: ToolkitConfig = {
  ...config,
  baseUrl: '/flood/',
  repository: 'example-org/flood-toolkit',
  feedback_relay: {address: 'https://relay.flood.example/', operator: 'the parishes'},
};

/** A relay in a process of its own, as its operator runs it. */
export interface RunningRelay {
  process: ChildProcess;
  origin: string;
  /** The file of its queue. */
  database: string;
  /** Everything it logged. */
  log: string[];
}

/** What one relay after another uses: its folder, GitHub, and its environment. */
export interface RelayPlace {
  folder: string;
  github: GitHubStandIn;
  env: Record<string, string>;
  config: ToolkitConfig;
  start(more?: Record<string, string>): Promise<RunningRelay>;
}

/** Prepares what relays need for one test; each ends with the test. */
export async function relayPlace(): Promise<RelayPlace> {
  const github = await startGitHub(CONFIG.repository);
  const folder = folderWith({'relay.json': String(relayFiles(CONFIG)[0]?.[1])});
  const env = {
    ...github.env,
    SETTINGS: path.join(folder, 'relay.json'),
    DATABASE: path.join(folder, 'relay.db'),
    PORT: '0',
    FORWARDED_HOPS: '1',
    BETWEEN_ISSUES_MS: '0',
    LEASE_SECONDS: '1',
    // Waits grow with each attempt, and a test does not wait that long.
    BACK_OFF_MS: '100',
  };
  return {folder, github, env, config: CONFIG, start: (more = {}) => startRelay({...env, ...more})};
}

/** The options of Node with which `npm start` runs it. */
const OPTIONS = ['--max-old-space-size=64', '--max-semi-space-size=2'];

/** Starts a relay; resolves once it listens. @throws {Error} with its log if it ends before. */
async function startRelay(env: Record<string, string>): Promise<RunningRelay> {
  const log: string[] = [];
  const child = spawn(process.execPath, [...OPTIONS, path.join(ROOT, 'relay/src/main.ts')], {
    env: {PATH: process.env.PATH, NODE_COMPILE_CACHE: path.join(ROOT, '.tmp/compile-cache'), ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stderr.on('data', (data) => log.push(String(data)));
  const said = once(createInterface(child.stdout), 'line');
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the relay ended before it listened:\n${log.join('')}`);
  });
  ended.catch(() => undefined);
  const [line] = (await Promise.race([said, ended])) as [string];
  const {port} = JSON.parse(line) as {port: number};
  return {process: child, log, origin: `http://127.0.0.1:${port}`, database: env.DATABASE ?? ''};
}

/** Ends a relay with a signal, and waits until it has ended. */
export async function endRelay({process: child}: RunningRelay, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await ended;
}

/** Sends a form as a browser does that shows a page of the site. */
export function post(
  url: string,
  fields: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: 'https://flood.example',
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': anyAddress(),
      ...headers,
    },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });
}

let readers = 0;

/** The network address of yet another reader. */
function anyAddress(): string {
  readers += 1;
  return `10.${(readers >> 16) & 255}.${(readers >> 8) & 255}.${readers & 255}`;
}

/** How many messages of a queue wait, and how many have become issues. */
export function countMessages({database}: RunningRelay): {waiting: number; finished: number} {
  const queue = new DatabaseSync(database, {readOnly: true});
  const count = queue.prepare('SELECT COUNT(answers) AS waiting, COUNT(*) - COUNT(answers) AS finished FROM messages');
  const {waiting, finished} = count.get() ?? {};
  queue.close();
  return {waiting: Number(waiting), finished: Number(finished)};
}
