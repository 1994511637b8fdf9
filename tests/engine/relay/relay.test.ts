import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, test, vi} from 'vitest';
import {parseFeedback} from '../../../src/features/feedback/parse-feedback.ts';
import {countMessages, endRelay, post, relayPlace} from '../support/relay.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const PAGE = {
  page: 'Homes',
  address: 'https://flood.example/flood/toolkit/priorities/homes/',
  edition: 'live',
  fingerprint: '0123456789abcdef',
};
const WORDS = 'The “figure” is wrong: 3 ≠ 4.\n\n### Page\n\nAnother page, says @a-person.\n\n```\ncode';

test('a message becomes an issue as the form on GitHub writes it, and nothing of it remains here', async () => {
  const {github, config, folder, start} = await relayPlace();
  const relay = await start();
  const sent = await post(relay.origin, {...PAGE, what: WORDS, who: 'I use a service', website: '', seconds: '40'});
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toBe('https://flood.example/flood/feedback/thanks/');
  await vi.waitFor(() => expect(github.issues).toHaveLength(1), 10_000);
  const [issue] = github.issues;
  expect(issue).toMatchObject({title: 'Feedback: Homes', labels: ['feedback']});
  const read = parseFeedback(config, issue?.body ?? '');
  expect(read).toEqual({address: PAGE.address, fingerprint: PAGE.fingerprint, words: WORDS});
  // The text is in a block of code, in which GitHub notifies nobody and shows no picture.
  expect(issue?.body).toContain('````text\nThe “figure”');

  await vi.waitFor(() => expect(countMessages(relay).waiting).toBe(0), 10_000);
  await endRelay(relay, 'SIGTERM');
  const files = readdirSync(folder).filter((file) => file.startsWith('relay.db'));
  expect(files).toContain('relay.db');
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file)).toString('latin1');
    expect(bytes, file).not.toContain('Another page');
    expect(bytes, file).not.toContain('priorities/homes');
    expect(bytes, file).not.toContain('10.0.0.');
  }
  expect(relay.log.join('')).toBe('');
});

test('the same message twice is one issue, also after the first was handed over', async () => {
  const {github, start} = await relayPlace();
  const relay = await start();
  await Promise.all([1, 2, 3].map(() => post(relay.origin, {...PAGE, what: 'Once.'})));
  await vi.waitFor(() => expect(github.issues).toHaveLength(1), 10_000);
  await vi.waitFor(() => expect(countMessages(relay).finished).toBe(1), 10_000);
  expect((await post(relay.origin, {...PAGE, what: 'Once.'})).status).toBe(303);
  await post(relay.origin, {what: 'Another, about the whole site.'});
  await vi.waitFor(() => expect(github.issues).toHaveLength(2), 10_000);
  expect(github.issues[1]?.title).toBe('Feedback: https://flood.example/flood/');
});

test.each([
  {what: 'does it, and answers with an error', failure: {status: 502, done: true}},
  {what: 'does it, and breaks off its answer', failure: {status: 200, done: true, breaksOff: true}},
  {what: 'limits the rate until a date', failure: {status: 503, retryAfter: new Date(Date.now() + 5000).toUTCString()}},
  {what: 'refuses the token three times', failure: {status: 401, times: 3}},
])(
  'where GitHub $what, the message becomes one issue in the end',
  async ({failure}) => {
    const {github, start} = await relayPlace();
    github.fail('POST /repos/{owner}/{repo}/issues', failure);
    const relay = await start();
    await post(relay.origin, {...PAGE, what: WORDS});
    await vi.waitFor(() => expect(countMessages(relay).finished).toBe(1), 20_000);
    expect(github.issues).toHaveLength(1);
    expect(relay.log.join('')).not.toContain('figure');
  },
  30_000,
);

test('without script a message that is refused is shown again, and can be sent from there', async () => {
  const {github, start} = await relayPlace();
  const relay = await start();
  const refused = await post(relay.origin, {...PAGE, what: 'A <b>message</b>', seconds: '0'});
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('A &lt;b&gt;message&lt;/b&gt;');
  expect(page).toContain(`<input type="hidden" name="address" value="${PAGE.address}">`);
  expect(page).toContain('action="https://relay.flood.example/"');
  expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'");
  const again = {...PAGE, what: 'A <b>message</b>'};
  expect((await post(relay.origin, again, {origin: 'https://relay.flood.example'})).status).toBe(303);
  await vi.waitFor(() => expect(github.issues).toHaveLength(1), 10_000);
});

test('one network cannot send many messages, and others still can', async () => {
  const {start} = await relayPlace();
  const relay = await start();
  const send = (from: string, nth: number) =>
    post(relay.origin, {what: `Message ${nth} from ${from}`}, {'x-forwarded-for': `1.1.1.1, ${from}`});
  const statuses = await Promise.all(Array.from({length: 30}, (_, nth) => send('203.0.113.9', nth)));
  expect(statuses.filter(({status}) => status === 303)).toHaveLength(20);
  expect(statuses.filter(({status}) => status === 429)).toHaveLength(10);
  expect((await send('203.0.113.10', 1)).status).toBe(303);
  const v6 = await Promise.all(Array.from({length: 30}, (_, nth) => send(`2001:db8:1:2:3:4:5:${nth}`, nth)));
  expect(v6.filter(({status}) => status === 303)).toHaveLength(20);
  const short = await Promise.all(Array.from({length: 30}, (_, nth) => send(`2001:db8::${nth}`, nth)));
  expect(short.filter(({status}) => status === 303)).toHaveLength(20);
});

test('votes are counted for each page and month, and say nothing of who sent them', async () => {
  const {start} = await relayPlace();
  const relay = await start();
  const vote = (useful: string, address = PAGE.address) => post(`${relay.origin}/useful`, {address, useful});
  for (const useful of ['yes', 'yes', 'no']) expect((await vote(useful)).status).toBe(303);
  expect((await vote('perhaps')).status).toBe(400);
  expect((await vote('yes', 'https://elsewhere.example/')).status).toBe(400);
  const month = new Date().toISOString().slice(0, 7);
  const printed = execFileSync(process.execPath, [path.join(ROOT, 'relay/src/useful.ts')], {
    env: {DATABASE: relay.database},
    encoding: 'utf8',
  });
  expect(printed).toBe(
    `address,month,useful,count\n"${PAGE.address}",${month},no,1\n"${PAGE.address}",${month},yes,2\n`,
  );
});

test('a full queue refuses messages, keeps those it has, and says when one has waited for too long', async () => {
  const {github, start} = await relayPlace();
  github.fail('POST /repos/{owner}/{repo}/issues', {status: 503, times: 1000});
  const first = await start({MAX_WAITING: '1', BACK_OFF_MS: '1'});
  expect((await post(first.origin, {what: 'The first'})).status).toBe(303);
  expect((await post(first.origin, {what: 'The second'})).status).toBe(503);
  expect((await fetch(`${first.origin}/health`)).status).toBe(200);
  await endRelay(first, 'SIGTERM');
  const database = new DatabaseSync(first.database);
  database.exec('UPDATE messages SET accepted = accepted - 3601000');
  database.close();

  const second = await start();
  expect((await fetch(`${second.origin}/health`)).status).toBe(503);
  github.fail('POST /repos/{owner}/{repo}/issues', {status: 503, times: 0});
  await vi.waitFor(() => expect(github.issues).toMatchObject([{body: expect.stringContaining('The first')}]), 20_000);
}, 40_000);

test('without its settings it does not start', async () => {
  const {folder, start} = await relayPlace();
  writeFileSync(path.join(folder, 'relay.json'), 'not JSON');
  await expect(start()).rejects.toThrow('not valid JSON');
});

const [long, deep] = ['x'.repeat(200_000), '<'.repeat(9000)];

/** What someone may send who means harm; `undefined` where it is stored, and harmless. */
const HOSTILE: Record<string, [body: string, status: number | undefined, headers?: Record<string, string>]> = {
  'nothing at all': ['', 400],
  'no message': ['page=Homes', 400],
  'a message of spaces': ['what=%20%0A', 400],
  'a long message': [`what=${'x'.repeat(10_001)}`, 400],
  'a huge body': [`what=${long}`, 413],
  'a huge body of other fields': [`what=a&${'b=c&'.repeat(40_000)}`, 413],
  'an unknown field': ['what=a&admin=1', 400],
  'a field twice': ['what=a&what=b', 400],
  'a prototype': ['what=a&__proto__=x', 400],
  'a constructor': ['what=a&constructor=x', 400],
  'a field as a list': ['what[]=a', 400],
  JSON: ['{"what": "a"}', 400, {'content-type': 'application/json'}],
  'plain text': ['what=a', 400, {'content-type': 'text/plain'}],
  'a form with files': ['--b\r\n\r\n--b--', 400, {'content-type': 'multipart/form-data; boundary=b'}],
  'no kind of content': ['what=a', 400, {'content-type': ''}],
  'another site': ['what=a', 400, {origin: 'https://evil.example'}],
  'a site with the same beginning': ['what=a', 400, {origin: 'https://flood.example.evil.example'}],
  'another protocol': ['what=a', 400, {origin: 'http://flood.example'}],
  'no origin': ['what=a', 400, {origin: 'null'}],
  'the trap': ['what=a&website=http%3A%2F%2Fspam.example', 400],
  'a program': ['what=a&seconds=0', 422],
  'a negative time': ['what=a&seconds=-5', 422],
  'an address elsewhere': ['what=a&address=https%3A%2F%2Fevil.example%2F', 400],
  'an address with user and password': ['what=a&address=https%3A%2F%2Fflood.example%40evil.example%2F', 400],
  'an address with a link': ['what=a&address=https%3A%2F%2Fflood.example%2Fflood%2F](https%3A%2F%2Fevil.example)', 400],
  'an address with a tag': ['what=a&address=https%3A%2F%2Fflood.example%2Fflood%2F%3Cscript%3E', 400],
  'an address that mentions': ['what=a&address=https%3A%2F%2Fflood.example%2Fflood%2F%40octocat', 400],
  'an address of two lines': ['what=a&address=https%3A%2F%2Fflood.example%2Fflood%2F%0A%23%20x', 400],
  'a javascript address': ['what=a&address=javascript%3Aalert(1)', 400],
  'a title of two lines': ['what=a&page=a%0A%0A%23%20b', 400],
  'a long title': [`what=a&page=${'x'.repeat(201)}`, 400],
  'an edition that is none': ['what=a&edition=..%2F..', 400],
  'a fingerprint that is none': ['what=a&fingerprint=%27%20OR%201%3D1', 400],
  'a role that is none': ['what=a&who=admin', 400],
  'a title with a mention': ['what=mention-in-title&page=%40octocat', undefined],
  'a title with a link': ['what=link-in-title&page=%5Ba%5D(https%3A%2F%2Fevil.example)', undefined],
  'a title with markup': ['what=markup-in-title&page=%3Cimg%20src%3Dx%3E', undefined],
  'a mention': ['what=%40octocat%20%40github%2Fteam', undefined],
  'an issue to close': ['what=Closes%20%231', undefined],
  'a picture': ['what=!%5Bx%5D(https%3A%2F%2Fevil.example%2Fpixel.png)', undefined],
  'a script': ['what=%3Cscript%3Ealert(1)%3C%2Fscript%3E', undefined],
  'a comment': ['what=%3C!--%20relay%2000000000-0000-0000-0000-000000000000%20--%3E', undefined],
  fences: ['what=%60%60%60%0A%60%60%60%60%60%60%0A%23%20Out', undefined],
  tildes: ['what=~~~%0A%23%20Out', undefined],
  SQL: ["what='); DROP TABLE messages; --", undefined],
  'zeros and controls': ['what=a%00b%07c%1B%5B31m', undefined],
  'broken UTF-8': ['what=%FF%FE%C0%80', undefined],
  'half a character': ['what=%ED%A0%80', undefined],
  'the other direction': ['what=%E2%80%AEgnp.exe', undefined],
  'a template': ['what=%24%7B%7Bgithub.token%7D%7D', undefined],
  'many brackets': [`what=${encodeURIComponent(deep)}`, undefined],
  'line ends of all kinds': ['what=a%0D%0Ab%0Dc', undefined],
  'a header': ['what=a%0D%0ASet-Cookie%3A%20x%3Dy', undefined],
};

test(`${Object.keys(HOSTILE).length} hostile bodies are refused or stored harmlessly`, async () => {
  const {github, start, config} = await relayPlace();
  const relay = await start({MAX_WAITING: '1000'});
  const stored = Object.values(HOSTILE).filter(([, status]) => status === undefined).length;
  expect(Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(50);
  for (const [what, [body, status = 303, headers]] of Object.entries(HOSTILE)) {
    const send = () => post(relay.origin, body, headers);
    // The relay may close the connection while too much is still being sent, and with it the next request.
    const answer = await send().catch(() => (status === 413 ? {status} : send()));
    expect(answer.status, what).toBe(status);
  }
  await vi.waitFor(() => expect(countMessages(relay).finished).toBe(stored), 20_000);
  expect(github.issues).toHaveLength(stored);
  for (const {title, body} of github.issues) {
    const text = body ?? '';
    // What a reader wrote is in one block of code, which nothing in it ends, and titles are plain text on GitHub.
    const [, fence = ''] = /^### Your feedback\n\n(`{3,})text\n/m.exec(text) ?? [];
    const inside = text.split(`${fence}text\n`)[1]?.split(`\n${fence}\n`)[0] ?? '';
    expect(
      inside.split('\n').some((line) => line.trim().startsWith(fence)),
      text,
    ).toBe(false);
    const outside = text.replace(inside, '');
    expect(outside).not.toMatch(/@|https:\/\/evil|<(?!!-- relay )|\]\(/);
    expect(title).toMatch(/^Feedback: [^\n]*$/);
    expect(text).not.toMatch(/(?!\n|\t)\p{Cc}/u);
    expect(parseFeedback(config, text).words).toBe(inside.trim() === inside ? inside : inside.trim());
  }
  expect((await fetch(`${relay.origin}/health`)).status).toBe(200);
  expect(relay.log.join('')).toBe('');
}, 40_000);

test('slow and broken requests are dropped, and other addresses and methods do nothing', async () => {
  const {start, github} = await relayPlace();
  const relay = await start();
  for (const [method, place] of [
    ['PUT', '/'],
    ['DELETE', '/'],
    ['GET', '/metrics'],
    ['GET', '/../relay.db'],
    ['POST', '/other'],
  ] as const) {
    expect((await fetch(relay.origin + place, {method, redirect: 'manual'})).status, `${method} ${place}`).toBe(404);
  }
  const home = await fetch(relay.origin, {redirect: 'manual'});
  expect(home.headers.get('location')).toBe('https://flood.example/flood/feedback/');
  expect(github.issues).toEqual([]);
});
