import nodemailer from 'nodemailer';
import {z} from 'zod';
import {ExitError} from '../../../fs/exit-error.ts';

/** An update as a message. */
export interface Mail {
  slug: string;
  /** Its name for mail programs, the same whenever it is sent. */
  id: string;
  subject: string;
  text: string;
  html: string;
  /** The page of the update. */
  url: string;
}

/** A list that keeps the addresses and sends a message to each of them, with a link to leave. */
export interface MailingList {
  send(mail: Mail): Promise<void>;
  /** Whether sending again does nothing if the list has the message. */
  canRepeat: boolean;
  /** Whether an error means that the list has not taken the message. */
  wasRefused(error: unknown): boolean;
}

/**
 * Connects to the list that the environment names: the API of listmonk, or the address of any list by SMTP.
 *
 * @throws {ExitError} if nothing is named, or the server does not answer
 */
export async function connectToList(env: NodeJS.ProcessEnv): Promise<MailingList> {
  const {LISTMONK_URL: url, LISTMONK_TOKEN: token, LISTMONK_LISTS: lists, SMTP_URL, MAIL_FROM, MAIL_TO} = env;
  if (url && token && lists) return listmonk(url, token, lists.split(',').map(Number));
  if (SMTP_URL && MAIL_FROM && MAIL_TO) return smtp(SMTP_URL, MAIL_FROM, MAIL_TO);
  throw new ExitError(
    'no mailing list is named, expected `SMTP_URL`, `MAIL_FROM` and `MAIL_TO`, or `LISTMONK_URL`, `LISTMONK_TOKEN` and `LISTMONK_LISTS`',
    'Add them as secrets of the repository.',
  );
}

async function smtp(server: string, from: string, to: string): Promise<MailingList> {
  const transport = nodemailer.createTransport(server);
  await transport.verify().catch((error: Error) => {
    throw new ExitError(`the mail server does not answer (${error.message}), expected it to`, 'Check `SMTP_URL`.');
  });
  return {
    async send({id, subject, text, html}) {
      const headers = {'Auto-Submitted': 'auto-generated'};
      await transport.sendMail({from, to, subject, text, html, messageId: `<${id}>`, headers});
      transport.close();
    },
    canRepeat: false,
    wasRefused: (error) => z.object({responseCode: z.number().min(400)}).safeParse(error).success,
  };
}

const campaignSchema = z.object({id: z.number(), name: z.string(), status: z.string()});

/** https://listmonk.app/docs/apis/campaigns/. A campaign has the name of its update, and starts once. */
function listmonk(server: string, token: string, lists: number[]): MailingList {
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(new URL(`api/campaigns${path}`, server), {
      method,
      headers: {authorization: `token ${token}`, 'content-type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok) throw new Error(`listmonk answered ${answer.status}`);
    return z.object({data: z.unknown()}).parse(await answer.json()).data;
  }
  return {
    async send({id, subject, text, html}) {
      const listed = await ask('GET', '?per_page=all&no_body=true');
      const {results} = z.object({results: z.array(campaignSchema)}).parse(listed);
      const content = {body: literal(bodyOf(html)), altbody: literal(text), content_type: 'html'};
      const campaign =
        results.find(({name}) => name === id) ??
        campaignSchema.parse(await ask('POST', '', {name: id, subject, lists, type: 'regular', ...content}));
      if (campaign.status === 'draft') await ask('PUT', `/${campaign.id}/status`, {status: 'running'});
    },
    canRepeat: true,
    wasRefused: () => false,
  };
}

/** What is inside the body of a page: the template of the list has the rest. */
function bodyOf(html: string): string {
  return html.replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '');
}

/** A text in which the list finds no commands of its templates. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
