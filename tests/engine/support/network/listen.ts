import {once} from 'node:events';
import type {AddressInfo, Server} from 'node:net';
import {onTestFinished} from 'vitest';

/** Lets a server listen on a port that is free; gives the port. */
export async function listenOnFreePort(server: Server, host = '127.0.0.1'): Promise<number> {
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** The same until the test ends. */
export async function listenForTest(server: Server, host?: string): Promise<number> {
  onTestFinished(() => void server.close());
  return listenOnFreePort(server, host);
}
