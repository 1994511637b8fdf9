import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {connect} from 'node:net';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {folderWith} from '../support/run-command.ts';
import {freePort} from '../support/start-server.ts';

/** How long a server may take to listen, in milliseconds. */
const PATIENCE = 10_000;

/** Why the tests are left out; `undefined` where nginx is installed. */
export const WHAT_IS_MISSING =
  spawnSync('nginx', ['-v']).error && 'nginx is not installed: on Debian, `apt-get install nginx`';

/** Serves a built site as a host with nginx does, with the settings that the site contains; gives its origin. */
export async function serve(build: string): Promise<string> {
  const port = await freePort();
  const folder = folderWith({'nginx.conf': nginxConfig(build, port)});
  return start(port, spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {cwd: folder}));
}

/** The file as it is built, with the address and the folder that its comment says to change. */
function nginxConfig(build: string, port: number): string {
  const server = readFileSync(path.join(build, 'nginx.conf'), 'utf8')
    .replace('  listen 80;\n', `  listen 127.0.0.1:${port};\n`)
    .replace('set $site "/usr/share/nginx/html";', `set $site "${build}";`);
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid nginx.pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ')}
${server}}
`;
}

async function start(port: number, child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (child.exitCode !== null) break;
    if (await isListening(port)) return `http://127.0.0.1:${port}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not start:\n${said}`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
