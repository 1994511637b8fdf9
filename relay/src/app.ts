import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {html} from 'hono/html';
import {z} from 'zod';
import {log} from './log.ts';
import type {Queue} from './queue.ts';
import {clientAddress, RateLimit} from './rate-limit.ts';
import type {Environment, SiteSettings} from './settings.ts';

/** No form of the site is longer: a message has at most 10,000 characters, each of which may take 12 bytes. */
const LARGEST_BODY = 128 * 1024;

/** Faster than this, in seconds, no person fills in the form. */
const QUICKEST = 2;

/** How many pages and months may have answers, so that nobody can fill the disk. */
const MOST_VOTES = 100_000;

/** A field that people do not see, and many programs fill in. */
const TRAP = 'website';

export interface Relay {
  queue: Queue;
  settings: SiteSettings;
  environment: Environment;
}

type Fields = Map<string, string>;
type Bound = Context<{Bindings: HttpBindings}>;
type Reason = keyof Pick<SiteSettings['texts'], 'invalid' | 'quick' | 'often' | 'full'>;

const STATUS = {invalid: 400, quick: 422, often: 429, full: 503} as const satisfies Record<Reason, number>;

/** The target of the forms, and whether the relay works. */
export function createApp({queue, settings, environment}: Relay) {
  const answersSchema = z.fromJSONSchema(settings.answers as Parameters<typeof z.fromJSONSchema>[0]);
  const voteSchema = z.strictObject({
    // The address of a page, as the form of messages has it.
    address: z.string().refine((address) => answersSchema.safeParse({what: '.', address}).success),
    useful: z.enum(['yes', 'no']),
  });
  const origins = [settings.site, settings.relay].map((address) => new URL(address).origin);
  const messages = new RateLimit();
  const votes = new RateLimit();
  const app = new Hono<{Bindings: HttpBindings}>();

  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin');
    context.header('Cache-Control', 'no-store');
  });
  app.onError((error, context) => {
    log('a request failed', error);
    return problem(context, 'full', new Map());
  });
  app.get('/', (context) => context.redirect(new URL('feedback/', settings.site).href, 303));
  app.get('/health', (context) => {
    const isStuck = Date.now() - queue.oldest() > 3600_000;
    return isStuck ? context.text('a message has waited for more than an hour\n', 503) : context.text('ok\n');
  });
  app.use(bodyLimit({maxSize: LARGEST_BODY, onError: (context) => problem(context, 'invalid', new Map(), 413)}));

  app.post('/', async (context) => {
    const fields = await readForm(context);
    if (!fields) return problem(context, 'invalid', new Map());
    const answers = Object.fromEntries(
      [...fields].filter(([name, value]) => ![TRAP, 'seconds'].includes(name) && value),
    );
    const parsed = answersSchema.safeParse(answers);
    if (!parsed.success || fields.get(TRAP)) return problem(context, 'invalid', fields);
    if (Number(fields.get('seconds') || QUICKEST) < QUICKEST) return problem(context, 'quick', fields);
    if (isOften(messages, context)) return problem(context, 'often', fields);
    if (queue.countWaiting() >= environment.MAX_WAITING) return problem(context, 'full', fields);
    // A title that has a meaning in Markdown is left out: the address says which page it is.
    const {page = '', ...others} = answers;
    queue.add(/[<>@[\]`#]|:\/\//.test(page) ? others : answers, Date.now());
    return context.redirect(settings.thanks, 303);
  });

  app.post('/useful', async (context) => {
    const fields = await readForm(context);
    const vote = voteSchema.safeParse(Object.fromEntries(fields ?? []));
    if (!vote.success) return problem(context, 'invalid', new Map());
    if (isOften(votes, context)) return problem(context, 'often', new Map());
    const [page = ''] = vote.data.address.split(/[?#]/);
    if (queue.countVotes() >= MOST_VOTES) return problem(context, 'full', new Map());
    queue.vote(page, new Date().toISOString().slice(0, 7), vote.data.useful);
    return context.redirect(settings.thanks, 303);
  });
  return app;

  /** The fields of a form that a page of the site sent; undefined for anything else. */
  async function readForm(context: Bound): Promise<Fields | undefined> {
    const {req} = context;
    const type = req.header('content-type')?.split(';')[0]?.trim();
    const isOurs = origins.includes(req.header('origin') ?? '');
    if (type !== 'application/x-www-form-urlencoded' || !isOurs) return undefined;
    const pairs = [...new URLSearchParams(await req.text())].map(([name, value]) => [name, plain(value)] as const);
    return new Set(pairs.map(([name]) => name)).size === pairs.length ? new Map(pairs) : undefined;
  }

  function isOften(limit: RateLimit, {env, req}: Bound): boolean {
    const peer = env.incoming.socket.remoteAddress;
    return !limit.allows(clientAddress(peer, req.header('x-forwarded-for'), environment.FORWARDED_HOPS), Date.now());
  }

  /** Says what is wrong; the text is not lost, and can be sent again. */
  function problem(context: Context, reason: Reason, fields: Fields, status: number = STATUS[reason]) {
    const {language, texts: t} = settings;
    const {what = '', ...rest} = Object.fromEntries(fields);
    const hidden = Object.entries(rest).filter(([name]) => name in settings.answers.properties);
    if (status === 429 || status === 503) context.header('Retry-After', '60');
    context.status(status as 400);
    return context.html(html`<!DOCTYPE html><html lang="${language}"><head><meta charset="UTF-8"><title>${t.problem}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${t.problem}</h1>
<p>${t[reason]}</p><p>${t.email}</p>
<form method="post" action="${settings.relay}">
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><label for="what">${t.yours}</label></p><p><textarea id="what" name="what" rows="10" cols="60" required>
${what}</textarea></p><p><button type="submit">${t.send}</button></p></form></main></body></html>`);
  }
}

/** A text without control characters, with the line breaks of Unix. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n|\t)\p{Cc}/gu, '')
    .toWellFormed();
}
