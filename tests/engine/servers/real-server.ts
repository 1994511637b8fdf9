import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {type AddressInfo, connect, createServer} from 'node:net';
import {onTestFinished} from 'vitest';
import {folderWith} from '../support/run-command.ts';

/** A web server as hosts use it; each serves a built site with the file of redirects that is made for it. */
export interface RealServer {
  name: string;
  /** Why its tests are left out; `undefined` where it is installed. */
  missing: string | undefined;
  /** Serves a folder below a base URL; gives its origin. */
  serve(build: string, baseUrl: string): Promise<string>;
}

/** How long a server may take to listen, in milliseconds. */
const PATIENCE = 10_000;

export const SERVERS: readonly RealServer[] = [
  {
    name: 'nginx',
    missing: whatIsMissing('nginx', '-v'),
    async serve(build, baseUrl) {
      const port = await freePort();
      const folder = folderWith({'nginx.conf': nginxConfig(build, baseUrl, port)});
      return start(port, spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {cwd: folder}));
    },
  },
  {
    name: 'caddy',
    missing: whatIsMissing('caddy', 'version'),
    async serve(build, baseUrl) {
      const port = await freePort();
      const folder = folderWith({Caddyfile: caddyConfig(build, baseUrl, port)});
      const env = {...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder};
      const args = ['run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'];
      return start(port, spawn('caddy', args, {cwd: folder, env}));
    },
  },
];

function whatIsMissing(program: string, versionOption: string): string | undefined {
  const {error} = spawnSync(program, [versionOption]);
  return error && `${program} is not installed: on Debian, \`apt-get install ${program}\``;
}

/** As the comment in the file tells its reader. */
function nginxConfig(build: string, baseUrl: string, port: number): string {
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid nginx.pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ')}
  include "${build}/redirects.nginx.conf";
  server {
    listen 127.0.0.1:${port};
    absolute_redirect off;
    if ($moved_to) { return 308 $moved_to$is_args$args; }
    location "${baseUrl}" { alias "${build}/"; }
  }
}
`;
}

function caddyConfig(build: string, baseUrl: string, port: number): string {
  return `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  import "${build}/redirects.caddy"
  handle_path ${baseUrl}* {
    root * "${build}"
    file_server
  }
}
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
