import {readFile} from 'node:fs/promises';
import {z} from 'zod';

const text = z.string().min(1);

/** What the site says about its form: it writes `feedback/relay.json` when `feedback_relay` is configured. */
const siteSettingsSchema = z.object({
  schema: z.literal(1),
  site: z.url().describe('The address of the site, with its base URL.'),
  relay: z.url().describe('The address that its forms post to.'),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  language: text,
  title: text.describe('What the title of an issue begins with.'),
  labels: z.array(text),
  thanks: z.url().describe('The page of the site that thanks readers.'),
  answers: z.looseObject({properties: z.record(z.string(), z.looseObject({title: text}))}),
  texts: z.record(z.enum(['problem', 'invalid', 'quick', 'often', 'full', 'yours', 'send', 'email']), text),
});

export type SiteSettings = z.infer<typeof siteSettingsSchema>;

const number = (usual: number) => z.coerce.number().int().min(0).default(usual);

export const environmentSchema = z.object({
  SETTINGS: text.describe('The address of `feedback/relay.json` on the site, or its path.'),
  GITHUB_TOKEN: text,
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  DATABASE: text.default('relay.db').describe('The file of the queue, for SQLite.'),
  HOST: text.default('127.0.0.1'),
  PORT: number(8080),
  FORWARDED_HOPS: number(0).describe('How many proxies of yours add to `X-Forwarded-For`.'),
  MAX_WAITING: number(20_000).describe('How many messages may wait; more are refused.'),
  BETWEEN_ISSUES_MS: number(8000).describe('GitHub allows 500 new issues an hour.'),
  BACK_OFF_MS: number(5000).describe('How long a failed message waits; twice as long after each further attempt.'),
  LEASE_SECONDS: number(120).describe('How long one attempt keeps a message: longer than GitHub may take.'),
});

export type Environment = z.infer<typeof environmentSchema>;

/** Reads the settings from the site or a file. @throws if they cannot be read within ten seconds, or are malformed. */
export async function readSettings(place: string): Promise<SiteSettings> {
  if (!/^https?:/.test(place)) return siteSettingsSchema.parse(JSON.parse(await readFile(place, 'utf8')));
  const answer = await fetch(place, {signal: AbortSignal.timeout(10_000), redirect: 'error'});
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}, expected the settings of the site`);
  return siteSettingsSchema.parse(await answer.json());
}
