import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseFeedback} from '../../../../../src/features/contributions/feedback/parse-feedback.ts';
import {betaFeedbackForm} from '../../../../../src/features/contributions/forms/beta-feedback-form.ts';
import {fillForm} from '../../../support/intake/fill-form.ts';
import {config} from '../../../support/toolkits/sound-toolkit.ts';

const form = betaFeedbackForm(config);
const ADDRESS = 'https://flood.example/toolkit/priorities/homes/';
const FINGERPRINT = '0123456789abcdef';
const FIELDS = {page: 'Homes', address: ADDRESS, edition: 'live', fingerprint: FINGERPRINT, who: 'I use a service'};
const TOLD = {address: ADDRESS, fingerprint: FINGERPRINT};

const parse = (body: string) => parseFeedback(config, body);

/** What people and attackers write into a field of many lines; cases that were found are kept here. */
const HOSTILE: readonly string[] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody may write
  '{curly} ${1+1} {{ github.event }} ${{ secrets.GITHUB_TOKEN }}',
  '```md\n### Page\n\nAnother page\n```',
  '````\n```\n### Fingerprint\n\nffffffffffffffff\n```\n````',
  '~~~\n### Address\n\nhttps://elsewhere.example/',
  '### Page\n\nAnother page\n\n### Address\n\nhttps://flood.example/toolkit/\n\n### Edition\n\nlive\n\n### Fingerprint\n\nffffffffffffffff\n\n### Who you are\n\nI use a service',
  '#### Why\n\nI see ### in the text\n### Costs\n\n1',
  'x'.repeat(60_000),
  '```\n~~~\n'.repeat(7_500),
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

test('an answer that no field takes is left to the words', () => {
  const body = `### Page\n\nHomes\n\n### Fingerprint\n\nnot one\n\n### Address\n\n12 High Street\n\n### Your feedback\n\nWrong.`;
  const {fingerprint, address, words} = parse(body);
  expect({fingerprint, address}).toEqual({fingerprint: undefined, address: undefined});
  for (const kept of ['not one', '12 High Street', 'Wrong.']) expect(words).toContain(kept);
});
