import {lookup} from 'node:dns/promises';
import {setTimeout} from 'node:timers/promises';
import type {World} from '../../../src/content/link-check/world.ts';
import {isPublicIp, isPublicUrl} from '../../../src/content/link-ledger/public-host.ts';
import {askAt} from './ask-at.ts';

/** The real world; `home` is the site that asks, for those who wonder in their logs. */
export function realWorld(home: string): World {
  const userAgent = `Mozilla/5.0 (compatible; good-practice-toolkit link check; +${home})`;
  return {
    now: Date.now,
    sleep: async (ms) => void (await setTimeout(ms)),
    random: Math.random,
    resolve: async (hostname) => (await lookup(hostname, {all: true})).map(({address}) => address),
    ask: (question) => askAt(question, {userAgent}),
    isAllowedUrl: isPublicUrl,
    isAllowedIp: isPublicIp,
  };
}
