import {expect, test} from 'vitest';
import {removeText} from '../../../../src/editorial/redaction/remove-text.ts';
import {matcherOf} from '../../../../src/editorial/redaction/text-matcher.ts';
import {readDocument} from '../../../../src/fs/yaml/document.ts';
import type {SourceFile} from '../../../../src/model/toolkit.ts';

const remove = (...files: SourceFile[]) =>
  removeText(
    files,
    {matcher: matcherOf('jane-reed'), replacement: '[removed]'},
    (path, text) => readDocument(path, text).document,
  );

test.each([
  {path: 'ledgers/links/jane-reed.example.json', fix: 'the record goes with the last link'},
  {path: 'static/jane-reed.txt', fix: 'rename any other file'},
])('what to do about the name of $path', ({path, fix}) => {
  const {faults} = remove({path, bytes: new TextEncoder().encode('{}')});
  expect(faults).toMatchObject([{fix: expect.stringContaining(fix)}]);
});

test('a PDF document with the text is a document, even if all of it is text', () => {
  const bytes = new TextEncoder().encode('%PDF-1.4\n(By jane-reed) Tj\n');
  const {faults} = remove({path: 'static/minutes.pdf', bytes});
  expect(faults).toMatchObject([
    {problem: 'static/minutes.pdf: a picture or document has the text, expected it only in text files'},
  ]);
});

test('an address that loses words is remembered under what is left of it, as the page writes it', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const address = 'https://parish.example/by/jane-reed';
  const ledger = {path: 'ledgers/links/parish.example.json', bytes: encode(JSON.stringify({links: {[address]: {}}}))};
  const {redacted} = remove(ledger, {path: 'docs/a.md', bytes: encode(`[Minutes](${address})`)});
  const [inLedger, onPage] = redacted.map(({text}) => /https:[^")]+/.exec(text)?.[0]);
  expect(inLedger).toBe(onPage);
});
