import {expect, test} from 'vitest';
import {readMail} from '../../../src/content/feedback/mail-text.ts';

const read = (text: string) => readMail(new TextEncoder().encode(text), ['Title', 'Why', 'What they did']);

const HEAD = 'From: Somebody <somebody@example.org>\r\nDate: Tue, 24 Nov 2026 23:30:00 -0200\r\n';
const WORDS = 'Page: Café\nAddress: https://flood.example/flood/toolkit/\n\nThe “gauge” is wrong: 3 ≠ 4.';

const quotedPrintable = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => (byte === 10 ? '\r\n' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');

test.each([
  {case: 'plain', mail: `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${WORDS.replaceAll('\n', '\r\n')}`},
  {
    case: 'quoted-printable',
    mail: `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(WORDS)}`,
  },
  {
    case: 'base64',
    mail: `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(WORDS).toString('base64')}`,
  },
  {
    case: 'of two parts',
    mail: `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${WORDS}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Other words</p>\r\n--b--`,
  },
  {
    case: 'HTML alone',
    mail: `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<head><title>No</title><style>p {}</style></head><div>Page: Caf&eacute;</div><div>Address: <a href="https://elsewhere.example/">https://flood.example/flood/toolkit/</a></div><div><br></div><p>The “gauge” is wrong: 3 &ne; <b>4</b>.</p><script>alert(1)</script>`,
  },
])('reads an e-mail: $case', async ({mail}) => {
  const {text, sent} = await read(mail);
  expect(text.trim()).toBe(WORDS);
  expect(sent).toBe('2026-11-25');
});

test('an address that stands behind the words of a link alone is read', async () => {
  const html = `<p>The <a href="https://flood.example/flood/toolkit/wells/">page on <b>wells</b></a> is wrong. <a href="mailto:a@example.org">Write</a> <a>soon</a>, <a href="javascript:x">now</a>.</p>`;
  expect((await read(`${HEAD}Content-Type: text/html\r\n\r\n${html}`)).text.trim()).toBe(
    'The page on wells <https://flood.example/flood/toolkit/wells/> is wrong. Write soon, now.',
  );
});

test('a subject is decoded, and an attachment is not read', async () => {
  const mail = `${HEAD}Subject: =?utf-8?Q?Feedback:_Caf=C3=A9?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWords.\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nSecret.\r\n--b--`;
  const {subject, text} = await read(mail);
  expect(subject).toBe('Feedback: Café');
  expect(text.trim()).toBe('Words.');
});

test('text without headers is read as it is, though it begins like some', async () => {
  expect(await read(WORDS)).toEqual({subject: '', text: WORDS});
});

test('a signature goes', async () => {
  expect((await read('Words.\n\n-- \nA person\n0191 000 0000')).text.trim()).toBe('Words.');
  expect((await read('One -- two.\n--- \nthree')).text).toBe('One -- two.\n--- \nthree');
});

test.each([
  // A line that parts two answers is no signature, and one below the last label is.
  ['Title: Ford\n--\nWhy: It floods.\n\n-- \nA person', 'Title: Ford\nWhy: It floods.\n\n'],
  ['Title: Ford\r\n-- \r\n\r\n**Why**\r\nIt floods.\r\n', 'Title: Ford\r\n\r\n**Why**\r\nIt floods.\r\n'],
  // What a signature says under a label that was answered above it is none.
  ['Title: Ford\nWhy: It floods.\n-- \nA person\nTitle: Head', 'Title: Ford\nWhy: It floods.\n'],
  // The e-mail that was answered stands below the signature, or the answers stand between its labels.
  ['Title: Ford\n-- \nA person\nOn Monday an editor wrote:\n> Title:\n> Why:\n', 'Title: Ford\n'],
  ['> Title:\nFord\n--\nNorth\n> Why:\nIt floods.\n', '> Title:\nFord\n--\nNorth\n> Why:\nIt floods.\n'],
])('a signature begins where no label follows that is still to come: %j', async (mail, text) => {
  expect((await read(mail)).text).toBe(text);
});

test('many lines of two hyphens take no long time', async () => {
  const started = performance.now();
  await read('Why\n--\n'.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(3000);
});

test('parts without end are refused', async () => {
  const nested = Array.from(
    {length: 400},
    (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
  );
  await expect(read(`${HEAD}Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('')}`)).rejects.toThrow();
});
