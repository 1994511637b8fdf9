import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {z} from 'zod';
import {readMail} from '../../src/content/feedback/mail-text.ts';
import type {Message} from '../../src/content/feedback/triage.ts';
import type {Io} from '../io.ts';
import {ExitError} from '../io.ts';
import type {Issue} from './issue-schema.ts';
import {issueEventSchema, issueSchema} from './issue-schema.ts';

/** An export may hold thousands; an issue and an e-mail are small. */
const MOST_BYTES = 50_000_000;

/** What a file holds: one issue, or an e-mail. */
export type Source = {kind: 'issue'; issue: Issue} | {kind: 'e-mail'; message: Message};

/** Reads the event of an issue, an issue, or an e-mail; `-` is the standard input. */
export async function readSource(io: Io, file: string): Promise<Source> {
  const bytes = await readBytes(io, file);
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*\{/.test(text)) return {kind: 'e-mail', message: await readMessage(bytes, file)};
  const value = parseJson(text, file);
  const event = issueEventSchema.safeParse(value);
  const issue = event.success ? event : issueSchema.safeParse(value);
  if (!issue.success) {
    throw new ExitError(
      `${nameOf(file)} holds no issue, expected an event of an issue, an issue, or an e-mail`,
      'Save the event that GitHub sent, or the e-mail as it was sent.',
    );
  }
  return {kind: 'issue', issue: 'issue' in issue.data ? issue.data.issue : issue.data};
}

/** Reads issues that were exported as a list. */
export async function readExport(io: Io, file: string): Promise<Issue[]> {
  const parsed = z.array(issueSchema).safeParse(parseJson(new TextDecoder().decode(await readBytes(io, file)), file));
  if (parsed.success) return parsed.data.filter(({pull_request: pull}) => !pull);
  throw new ExitError(
    `${nameOf(file)} holds no list of issues, expected one as GitHub exports it`,
    'Make it with `gh issue list --label feedback --state all --limit 1000 --json number,title,body,state,createdAt,labels`.',
  );
}

async function readBytes(io: Io, file: string): Promise<Uint8Array> {
  const bytes =
    file === '-'
      ? await buffer(io.stdin ?? process.stdin)
      : await readFile(path.resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
          throw new ExitError(`${nameOf(file)} cannot be read (${error.code}), expected a file`, 'Name another one.');
        });
  if (bytes.length <= MOST_BYTES) return bytes;
  throw new ExitError(
    `${nameOf(file)} has ${bytes.length} bytes, expected at most ${MOST_BYTES}`,
    'Name a smaller one.',
  );
}

async function readMessage(bytes: Uint8Array, file: string): Promise<Message> {
  try {
    const {subject, text, sent} = await readMail(bytes);
    return {by: 'e-mail', title: subject, body: text, open: true, received: sent};
  } catch {
    throw new ExitError(
      `${nameOf(file)} cannot be read as an e-mail, expected one as it was sent`,
      'Save its text alone.',
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExitError(`${nameOf(file)} cannot be read as JSON, expected what GitHub sent`, 'Save it again.');
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'the standard input' : `\`${file}\``;
}
