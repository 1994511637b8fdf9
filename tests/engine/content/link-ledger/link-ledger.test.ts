import {expect, test} from 'vitest';
import {ledgerAddress, ledgerFiles} from '../../../../src/content/link-ledger/link-ledger.ts';
import {unavailableAddresses, unavailableOf} from '../../../../src/content/link-ledger/verdict.ts';
import {UNCHECKED} from '../../../../src/features/outside-links/classify-answer.ts';

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

test('a ledger is one sorted file a host, the same bytes in whatever order it came', () => {
  const entries = [
    ['https://b.example/', UNCHECKED],
    ['https://a.example/2', {kind: 'gone', strikes: 1, first_failure: '2026-05-01', checked: '2026-05-01'}],
    ['https://a.example/1', UNCHECKED],
    ['http://a.example:8080/', UNCHECKED],
  ] as const;
  const files = ledgerFiles(new Map(entries));
  expect([...files.keys()]).toEqual([
    'ledgers/links/a.example.json',
    'ledgers/links/a.example_8080.json',
    'ledgers/links/b.example.json',
  ]);
  expect(files.get('ledgers/links/a.example.json')).toBe(
    `${JSON.stringify(
      {
        schema: 1,
        links: {
          'https://a.example/1': {checked: 'not yet'},
          'https://a.example/2': {checked: '2026-05-01', first_failure: '2026-05-01', strikes: 1, kind: 'gone'},
        },
      },
      undefined,
      2,
    )}\n`,
  );
  expect([...ledgerFiles(new Map(entries.toReversed()))]).toEqual([...files]);
});

test('readers are told of what is broken, of nothing else, and however the author wrote it', () => {
  const told = unavailableAddresses(
    new Map([
      ['https://a.example/dead', {...DEAD, archived: COPY}],
      ['https://a.example/gone', DEAD],
      ['https://a.example/ailing', {...DEAD, strikes: 3}],
      ['https://a.example/wall', {checked: '2026-06-08', kind: 'blocked'}],
      ['https://a.example/new', UNCHECKED],
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
