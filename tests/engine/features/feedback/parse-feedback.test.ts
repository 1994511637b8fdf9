import fc from 'fast-check';
import {expect, test} from 'vitest';
import {betaFeedbackForm} from '../../../../src/features/feedback/forms/beta-feedback-form.ts';
import {parseFeedback} from '../../../../src/features/feedback/parse-feedback.ts';
import {fillForm} from '../../support/intake/fill-form.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const form = betaFeedbackForm(config);
const ADDRESS = 'https://flood.example/toolkit/priorities/homes/';
const FINGERPRINT = '0123456789abcdef';
const FIELDS = {page: 'Homes', address: ADDRESS, edition: 'live', fingerprint: FINGERPRINT, who: 'I use a service'};
const TOLD = {address: ADDRESS, fingerprint: FINGERPRINT};

const parse = (body: string) => parseFeedback(config, body);

/** What people and attackers write into a field of many lines; cases that were found are kept here. */
const HOSTILE: readonly string[] = [
  '"quotes" and \'more\'',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody may write
  '{curly} ${1+1} {{ github.event }} ${{ secrets.GITHUB_TOKEN }}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '`backticks` ``more`` $(touch /tmp/x) `touch /tmp/x` ; rm -rf ~ | cat && true',
  '---\ntitle: x\n---\n& *alias !!js/function "x": [1, 2]: # no',
  '\u202Eright to left\u202C and \u200Fmarks אבג',
  'Emoji \u{1F4DA}\u{1F469}\u200D\u{1F680} and half \uD83D a letter',
  '```md\n### Page\n\nAnother page\n```',
  '````\n```\n### Fingerprint\n\nffffffffffffffff\n```\n````',
  '~~~\n### Address\n\nhttps://elsewhere.example/',
  '### Page\n\nAnother page\n\n### Address\n\nhttps://flood.example/toolkit/\n\n### Edition\n\nlive\n\n### Fingerprint\n\nffffffffffffffff\n\n### Who you are\n\nI use a service',
  '#### Why\n\nI see ### in the text\n### Costs\n\n1',
  'Page: Another\nAddress: https://flood.example/toolkit/\nFingerprint: ffffffffffffffff',
  '@everyone #1 GH-1 https://evil.example/?a=b&c=d [x](javascript:alert(1))',
  '_No response_ was what I got',
  'x'.repeat(60_000),
  '# a\n'.repeat(15_000),
  '```\n~~~\n'.repeat(7_500),
  '**Page:** a\n'.repeat(5_000),
];

test.each(HOSTILE)(
  'what a form sends comes back as it was, and no word is lost where the body was edited: %j',
  (words) => {
    for (const eol of ['\n', '\r\n']) {
      const body = fillForm(form, {...FIELDS, what: words}).replaceAll('\n', eol);
      expect(parse(body)).toEqual({...TOLD, words: words.trim()});
    }
    const edited = parse(`${fillForm(form, {...FIELDS, what: `Begin\n\n${words}\n\nEnd`})}\n\nPS: one more thing.`);
    for (const word of ['Begin', 'End', 'PS: one more thing.']) expect(edited.words).toContain(word);
    expect(edited).toMatchObject(TOLD);
  },
);

const line = fc.oneof(
  fc.string({unit: 'binary', maxLength: 60}).map((text) => text.replace(/[\r\n]/g, ' ')),
  fc.constantFrom(...form.body.flatMap((field) => (field.type === 'markdown' ? [] : `### ${field.attributes.label}`))),
  fc.constantFrom(
    '',
    '',
    '```',
    '~~~~',
    '### ',
    '_No response_',
    '---',
    'Page: x',
    '> Address: y',
    '**Edition**',
    '$(x)',
  ),
);
const typed = fc.array(line, {maxLength: 20}).map((lines) => lines.join('\n').trim());
const oneLine = fc.string({unit: 'grapheme', maxLength: 80}).map((text) => text.replace(/\s+/g, ' ').trim());

test('round trip: from the fields to the body and back', () => {
  const isEmpty = (text: string) => text === '' || text === '_No response_';
  fc.assert(
    fc.property(typed, oneLine, (words, page) => {
      const parsed = parse(fillForm(form, {...FIELDS, what: words, page}));
      expect(parsed).toEqual({...TOLD, words: isEmpty(words) ? '' : words});
    }),
    {numRuns: 500},
  );
});

test('fields that nobody filled in are told as missing', () => {
  expect(parse(fillForm(form, {what: 'Words.'}))).toEqual({words: 'Words.'});
  expect(parse('')).toEqual({words: ''});
  expect(parse('_No response_')).toEqual({words: ''});
});

test('without any field, the page is that of the first address in the words', () => {
  expect(parse(`Look at ${ADDRESS}#pumps, it is wrong.`).address).toBe(`${ADDRESS}#pumps`);
  expect(parse(`See ${ADDRESS}, and ${ADDRESS}b/.`).address).toBe(ADDRESS);
});

test('sections of an edited body in any order are read, whatever is written around them', () => {
  const section = (id: keyof typeof FIELDS, label: string) => `### ${label}\n\n${FIELDS[id]}`;
  const sections = [
    section('page', 'Page'),
    section('address', 'Address'),
    section('edition', 'Edition'),
    section('fingerprint', 'Fingerprint'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(sections, {minLength: sections.length}), (shuffled) => {
      const parsed = parse(['The tide table is old.', ...shuffled, '### My own heading', 'More.'].join('\n\n'));
      expect(parsed).toMatchObject(TOLD);
      expect(parsed.words.split(/\n+/)).toEqual(['The tide table is old.', '### My own heading', 'More.']);
    }),
    {numRuns: 50},
  );
});

test('an answer that no field takes is left to the words', () => {
  const body = `### Page\n\nHomes\n\n### Fingerprint\n\nnot one\n\n### Address\n\n12 High Street\n\n### Your feedback\n\nWrong.`;
  const {fingerprint, address, words} = parse(body);
  expect({fingerprint, address}).toEqual({fingerprint: undefined, address: undefined});
  for (const kept of ['not one', '12 High Street', 'Wrong.']) expect(words).toContain(kept);
});
