import {expect, test} from 'vitest';
import {
  type LinkEntry,
  ledgerAddress,
  readLedger,
  renderLedger,
} from '../../../../src/content/link-ledger/link-ledger.ts';
import {unavailableAddresses, unavailableOf} from '../../../../src/content/link-ledger/verdict.ts';

const DEAD = {checked: '2026-06-08', first_failure: '2026-05-11', strikes: 5, kind: 'gone'} as const;
const COPY = {url: 'https://web.archive.org/web/20200102000000/https://a.example/dead', on: '2020-01-02'};

test.each([
  ['https://A.example/x#part', 'https://a.example/x'],
  ['http://münchen.example/größe', 'http://xn--mnchen-3ya.example/gr%C3%B6%C3%9Fe'],
  ['https://a.example/?a=1&b=2', 'https://a.example/?a=1&b=2'],
  ['mailto:office@a.example', undefined],
  ['https://a b.example/', undefined],
  [`https://a.example/${'x'.repeat(2000)}`, undefined],
  [`https://a.example/${'ö'.repeat(700)}`, undefined],
])('%.60s is kept as %s', (written, kept) => {
  expect(ledgerAddress(written)).toBe(kept);
});

test('a ledger is one sorted file of what is to be remembered, the same bytes in whatever order it came', () => {
  const gone = {checked: '2026-05-01', first_failure: '2026-05-01', strikes: 1, kind: 'gone'} as const;
  const changed = {checked: '2026-05-01', changed: {on: '2026-04-01'}};
  const entries: [string, LinkEntry | undefined][] = [
    ['https://b.example/', changed],
    ['https://a.example/2', gone],
    ['https://a.example/1', {checked: '2026-05-01'}],
    ['https://a.example/3', {checked: '2026-05-01', kind: 'blocked'}],
    ['https://a.example/4', undefined],
  ];
  const text = renderLedger(new Map(entries)) ?? '';
  const links = {'https://a.example/2': gone, 'https://b.example/': changed};
  expect(text).toBe(`${JSON.stringify({schema: 1, links}, undefined, 2)}\n`);
  expect(renderLedger(new Map(entries.toReversed()))).toBe(text);
  expect(readLedger(text)).toEqual(new Map(Object.entries(links)));
  expect(renderLedger(new Map(entries.slice(2)))).toBeUndefined();
});

test.each([
  '{',
  '[]',
  '{"schema": 1, "links": {"https://a.example/": {}}}',
  '{"schema": 2, "links": {}}',
  '{"schema": 1, "links": {"https://a.example/#x": {"checked": "2026-01-01"}}}',
  '{"schema": 1, "links": {"https://a.example/": {"checked": "2026-01-01", "moved_to": "javascript:x"}}}',
])('a file with %s is invalid', (text) => {
  expect(readLedger(text)).toBeUndefined();
});

test('readers are told of what is broken, of nothing else, and however the author wrote it', () => {
  const told = unavailableAddresses(
    new Map([
      ['https://a.example/dead', {...DEAD, archived: COPY}],
      ['https://a.example/gone', DEAD],
      ['https://a.example/ailing', {...DEAD, strikes: 3}],
      ['https://a.example/wall', {checked: '2026-06-08', kind: 'blocked'}],
      ['https://a.example/new', undefined],
    ]),
  );
  expect(told).toEqual({
    'https://a.example/dead': {since: '2026-05-11', archived: COPY},
    'https://a.example/gone': {since: '2026-05-11'},
  });
  expect(unavailableOf(told, 'https://A.example/gone#part')?.since).toBe('2026-05-11');
  expect(unavailableOf(told, 'https://a.example/wall')).toBeUndefined();
  expect(unavailableOf(told, 'constructor')).toBeUndefined();
});
