import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {serve} from '@hono/node-server';
import {createApp} from './app.ts';
import {handOverAll} from './hand-over.ts';
import {Queue} from './queue.ts';
import {environmentSchema, readSettings} from './settings.ts';

const environment = environmentSchema.parse(process.env);
const queue = new Queue(environment.DATABASE);
const relay = {environment, queue, settings: await readSettings(environment.SETTINGS)};
const stop = new AbortController();
const handedOver = handOverAll(relay, stop.signal);
const server = serve({
  fetch: createApp(relay).fetch,
  hostname: environment.HOST,
  port: environment.PORT,
  serverOptions: {requestTimeout: 15_000, headersTimeout: 10_000, maxHeaderSize: 16_384},
});
await once(server, 'listening');
const {port} = server.address() as AddressInfo;
process.stdout.write(`${JSON.stringify({port, site: relay.settings.site})}\n`);

/** Answers what has begun, ends the current attempt, and closes the queue. */
async function end(): Promise<void> {
  stop.abort();
  await new Promise((resolve) => void server.close(resolve));
  await handedOver;
  queue.close();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
