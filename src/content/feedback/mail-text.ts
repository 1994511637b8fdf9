import {Parser} from 'htmlparser2';
import PostalMime from 'postal-mime';
import {withoutSignature} from './without-signature.ts';

/** What an e-mail says. Who sent it is not kept. */
export interface Mail {
  subject: string;
  text: string;
  /** The day it was sent, `2026-11-24`. */
  sent?: string | undefined;
}

/** A header that every e-mail has one of; the lines that our own links fill in are none of these. */
const HEADER_RE = /^(?:From|To|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type)\s*:/im;

/** Elements of HTML that end a line, and those whose text is not for readers. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address blockquote br div h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);
const UNREAD: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title']);

/**
 * Reads an e-mail as it was sent, or its text alone.
 *
 * @param labels those of the fields that it may answer: no signature begins above one that is still to come
 * @throws {Error} for one whose parts lie too deep, or whose headers are too long, to be an honest one.
 */
export async function readMail(bytes: Uint8Array, labels: readonly string[]): Promise<Mail> {
  const words = new TextDecoder().decode(bytes);
  const [head = ''] = words.split(/\r?\n\r?\n/, 1);
  if (!HEADER_RE.test(head)) return {subject: '', text: withoutSignature(words, labels)};
  const {subject = '', text, html, date} = await PostalMime.parse(bytes);
  const body = text?.trim() ? text : htmlToText(html ?? '');
  const sent =
    date !== undefined && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString().slice(0, 10) : undefined;
  return {subject, text: withoutSignature(body, labels), sent};
}

/** An address with its protocol and host, as far as it can be one of a page. */
const WEB_RE = /^https?:\/\/\S+$/i;

/** The words of HTML, each block on a line of its own, with the address of each link whose words are none. */
function htmlToText(html: string): string {
  const lines = [''];
  let unread = 0;
  let linked = {address: '', words: ''};
  const add = (words: string) => lines.push(`${lines.pop()}${words.replace(/\s+/g, ' ')}`);
  const parser = new Parser({
    onopentag: (name, {href = ''}) => {
      if (UNREAD.has(name)) unread += 1;
      if (name === 'a') linked = {address: WEB_RE.test(href.trim()) ? href.trim() : '', words: ''};
    },
    ontext: (words) => {
      if (unread > 0) return;
      linked.words += words;
      add(words);
    },
    onclosetag: (name) => {
      if (name === 'a' && linked.address !== '') {
        if (unread === 0 && !linked.words.includes('://')) add(` <${linked.address}>`);
        linked = {address: '', words: ''};
      }
      if (UNREAD.has(name)) unread -= 1;
      else if (name === 'br' || (BLOCKS.has(name) && lines.at(-1)?.trim() !== '')) lines.push('');
    },
  });
  parser.end(html);
  return lines.map((line) => line.trim()).join('\n');
}
