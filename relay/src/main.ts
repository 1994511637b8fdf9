import type {AddressInfo} from 'node:net';
import {listen, privateApp, publicApp} from './app.ts';
import {handOverAll} from './hand-over.ts';
import {log, Metrics} from './metrics.ts';
import {Queue} from './queue.ts';
import {fetchSettings, parseSettings, readEnvironment, type SiteSettings} from './settings.ts';

const environment = readEnvironment(process.env);
const queue = await Queue.open(environment.DATABASE_URL);
const relay = {environment, queue, settings: await readSettings(), metrics: new Metrics()};
const stop = new AbortController();
const handedOver = handOverAll(relay, stop.signal);
const servers = await Promise.all([
  listen(publicApp(relay), environment.HOST, environment.PORT),
  listen(privateApp(relay), environment.PRIVATE_HOST, environment.PRIVATE_PORT),
]);
const [port, privatePort] = servers.map((server) => (server.address() as AddressInfo).port);
process.stdout.write(`${JSON.stringify({port, privatePort, site: relay.settings.site})}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());

/** Answers what has begun, ends the current attempt, and closes the queue. */
async function end(): Promise<void> {
  stop.abort();
  await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))));
  await handedOver;
  await queue.close();
}

/** The settings of the site; those of the last start if the site does not answer. */
async function readSettings(): Promise<SiteSettings> {
  try {
    const json = await fetchSettings(environment.SETTINGS);
    const settings = parseSettings(json);
    await queue.keepSetting('site', json);
    return settings;
  } catch (error) {
    const kept = await queue.setting('site');
    if (kept === undefined) throw error;
    log('uses the settings of its last start', error);
    return parseSettings(kept);
  }
}
