import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {folderWith} from '../support/run-command.ts';
import {freePort, untilPrinted} from '../support/start-server.ts';

/** Why the tests are left out; `undefined` where nginx is installed. */
export const WHAT_IS_MISSING =
  spawnSync('nginx', ['-v']).error && 'nginx is not installed: on Debian, `apt-get install nginx`';

/** Serves a built site as a host with nginx does, with the settings that the site contains; gives its origin. */
export async function serve(build: string): Promise<string> {
  const port = await freePort();
  const folder = folderWith({'nginx.conf': nginxConfig(build, port)});
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {cwd: folder});
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  // It listens before it starts what answers.
  await untilPrinted(child.stderr, /start worker process/);
  return `http://127.0.0.1:${port}`;
}

/** The file as it is built, with the address and the folder that its comment says to change. */
function nginxConfig(build: string, port: number): string {
  const server = readFileSync(path.join(build, 'nginx.conf'), 'utf8')
    .replace('  listen 80;\n', `  listen 127.0.0.1:${port};\n`)
    .replace('set $site "/usr/share/nginx/html";', `set $site "${build}";`);
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; error_log stderr notice; worker_processes 1; pid nginx.pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ')}
${server}}
`;
}
