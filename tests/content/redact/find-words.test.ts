import {expect, test} from 'vitest';
import {findWords} from '../../../src/content/redact/find-words.ts';
import {matcherOf} from '../../../src/content/redact/words-matcher.ts';

const taking = {matcher: matcherOf('jane-reed'), replacement: '[removed]'};

test.each([
  {path: 'ledgers/links/jane-reed.example.json', fix: 'the record goes with the last link'},
  {path: 'static/jane-reed.txt', fix: 'give any other file another name'},
])('what to do about the name of $path', ({path, fix}) => {
  const {faults} = findWords([{path, bytes: new TextEncoder().encode('{}')}], taking);
  expect(faults).toMatchObject([{fix: expect.stringContaining(fix)}]);
});

test('an address that loses words is remembered under what is left of it, as the page writes it', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const address = 'https://parish.example/by/jane-reed';
  const ledger = {path: 'ledgers/links/parish.example.json', bytes: encode(JSON.stringify({links: {[address]: {}}}))};
  const {redacted} = findWords([ledger, {path: 'docs/a.md', bytes: encode(`[Minutes](${address})`)}], taking);
  const [inLedger, onPage] = redacted.map(({text}) => /https:[^")]+/.exec(text)?.[0]);
  expect(inLedger).toBe(onPage);
});
