import nodemailer from 'nodemailer';
import {ExitError} from '../../../io/cli/exit-error.ts';

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
}

/**
 * Connects to the mail server that the environment names.
 *
 * @throws {ExitError} if none is named, or it does not answer
 */
export async function connectToList({SMTP_URL, MAIL_FROM, MAIL_TO}: NodeJS.ProcessEnv): Promise<MailingList> {
  if (!SMTP_URL || !MAIL_FROM || !MAIL_TO) {
    throw new ExitError(
      'no mailing list is named, expected `SMTP_URL`, `MAIL_FROM` and `MAIL_TO`',
      'Add them to the secrets and variables of the repository.',
    );
  }
  const transport = nodemailer.createTransport(SMTP_URL);
  await transport.verify().catch((error: Error) => {
    throw new ExitError(`the mail server does not answer (${error.message}), expected it to`, 'Check `SMTP_URL`.');
  });
  return {
    async send({id, subject, text, html}) {
      const headers = {'Auto-Submitted': 'auto-generated'};
      const message = {from: MAIL_FROM, to: MAIL_TO, subject, text, html, messageId: `<${id}>`, headers};
      await transport.sendMail(message);
      transport.close();
    },
  };
}

/** Whether an error means that the server has not taken the message. */
export function wasRefused(error: unknown): boolean {
  const {responseCode} = error as {responseCode?: unknown};
  return typeof responseCode === 'number' && responseCode >= 400;
}
