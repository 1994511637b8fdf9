import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fingerprintOf} from '../../../../src/fs/fingerprint.ts';
import {loadToolkit} from '../../../../src/fs/load-toolkit.ts';
import {isOurs} from '../../../../src/intake/feedback/feedback-labels.ts';
import {FEEDBACK_MARKER, renderFeedbackComment} from '../../../../src/intake/feedback/render-feedback-comment.ts';
import {type Message, triage} from '../../../../src/intake/feedback/triage.ts';
import {betaFeedbackForm} from '../../../../src/intake/issue-forms/beta-feedback-form.ts';
import {fillForm} from '../../support/intake/fill-form.ts';
import {copyToolkit, FLOOD} from '../../support/toolkits/copy-toolkit.ts';

const flood = await loadToolkit(copyToolkit('feedback-triage', {contentFrom: FLOOD}));
const {config} = flood;
const form = betaFeedbackForm(config);

const SITE = 'https://flood.example/flood';
const STUDY = 'case-studies/lower-ford-pumps';
/** What an update put live, as its readers' pages carry it. */
const oldPrint = (id: string, slug: string) => {
  const page = flood.published.versions.get(id)?.find((version) => version.slug === slug)?.page;
  return page ? fingerprintOf(page.document()) : '';
};
const printOf = (id: string) =>
  [...flood.pages, ...flood.caseStudies].find((page) => page.id === id)?.fingerprint() ?? '';

function sort(written: Record<string, string>, more: Partial<Message> = {}) {
  const message: Message = {
    title: 'Feedback: x',
    body: fillForm(form, {what: 'It is wrong.', ...written}),
    number: 5,
    ...more,
  };
  return triage(flood, message);
}

describe('finds the page', () => {
  test.each([
    {
      address: `${SITE}/toolkit/${STUDY}/`,
      found: {page: STUDY, edition: 'live', title: 'Lower Ford: one shed for every pump'},
    },
    {address: `${SITE}/toolkit/${STUDY}`, found: {page: STUDY}},
    {address: `${SITE}/toolkit/${STUDY}/index.html?x=1#costs`, found: {page: STUDY}},
    {address: `/flood/toolkit/${STUDY}/`, found: {page: STUDY}},
    {address: `${SITE}/toolkit/`, found: {page: 'index', edition: 'live'}},
    {address: `${SITE}/toolkit/2026-11/`, found: {page: 'index', edition: '2026-11'}},
    {address: `${SITE}/toolkit/2026-11/${STUDY}/`, found: {page: STUDY, edition: '2026-11'}},
    {address: `${SITE}/updates/2026-11-16/changes/${STUDY}/`, found: {page: STUDY}},
    {address: `${SITE}/contribute/offer-a-case-study/`, found: {page: 'handbook/contribute/offer-a-case-study'}},
  ])('at $address', ({address, found}) => {
    expect(sort({address})).toMatchObject(found);
  });

  test.each([
    'https://elsewhere.example/flood/toolkit/',
    'javascript:alert(1)',
    `${SITE}/toolkit/%E0%A4%A/`,
    'https://',
    `${SITE}/../../etc/passwd`,
  ])('none at %s', (address) => {
    expect(sort({address}).page).toBeUndefined();
  });

  test('of several addresses, the first', () => {
    const body = `See ${SITE}/toolkit/${STUDY}/ and ${SITE}/toolkit/approaches/wardens/: both are wrong.`;
    expect(triage(flood, {title: '', body}).page).toBe(STUDY);
  });
});

describe('tells whether the page has changed since', () => {
  const since = (fingerprint: string, address = `${SITE}/toolkit/${STUDY}/`) => sort({address, fingerprint}).since;

  test('by the fingerprint of the words', () => {
    expect(since(printOf(STUDY))).toEqual({state: 'same'});
    expect(since(oldPrint(STUDY, '2026-11-02'))).toEqual({state: 'changed'});
    expect(since('ffffffffffffffff')).toEqual({state: 'unknown'});
    expect(since('')).toEqual({state: 'unknown'});
  });

  test('of an edition nothing is said: its page says it', () => {
    expect(since(printOf(STUDY), `${SITE}/toolkit/2026-11/${STUDY}/`)).toEqual({state: 'unknown'});
  });

  test('a page that is gone, and one whose change waits', () => {
    const files = flood.files.filter(({path: file}) => file !== `docs/${STUDY}.md`);
    const without = {...flood, files, caseStudies: []};
    const body = fillForm(form, {address: `${SITE}/toolkit/${STUDY}/`, fingerprint: printOf(STUDY)});
    const message: Message = {title: '', body, number: 5};
    expect(triage(without, message)).toMatchObject({page: STUDY, since: {state: 'gone'}});
    // The front page shows a chart, whose data is part of its words.
    const start = fillForm(form, {address: `${SITE}/toolkit/`, fingerprint: printOf('index')});
    const pages = flood.pages.map((page) => ({...page, fingerprint: () => '0'.repeat(16)}));
    expect(triage({...flood, pages}, {...message, body: start}).since.state).toBe('waits');
    const changed = flood.caseStudies.map((study) => ({...study, fingerprint: () => '0'.repeat(16)}));
    const waits = triage({...flood, caseStudies: changed}, message);
    expect(waits.since).toEqual({state: 'waits'});
    expect(renderFeedbackComment(waits, config)).toContain('That page has already been changed.');
  });
});

describe('tells what came of it', () => {
  const AT = `${SITE}/toolkit/${STUDY}/`;
  const fingerprint = oldPrint(STUDY, '2026-11-02');

  test('where the note of an update names its number, in so many words', () => {
    const record = sort({address: AT, fingerprint}, {number: 15});
    expect(record.answered).toEqual([{title: 'A correction on wardens', address: '/updates/2026-11-16/'}]);
    const text = renderFeedbackComment(record, config);
    expect(text).toContain(
      `Your feedback has led to a published change: [A correction on wardens](${SITE}/updates/2026-11-16/). If it is still wrong, say so here.`,
    );
    expect(text).not.toContain('If that fixes');
    const other = sort({address: AT, fingerprint}, {number: 16});
    expect(other.answered).toEqual([]);
    expect(renderFeedbackComment(other, config)).toContain('If that fixes what you wrote about, tell us.');
  });
});

test('the record names no person, and goes to the role of the page', () => {
  const record = sort({
    address: `${SITE}/toolkit/${STUDY}/`,
    what: 'Ask Mrs Reed, jane@mail.test. She knows.',
    who: 'I use a service',
  });
  expect(record).toMatchObject({owner: 'editor', words: 'Ask [name removed], [email address removed]. She knows.'});
  expect(JSON.stringify(record)).not.toMatch(/Reed|jane/);
  expect(record.labels).toContain('owner: editor');
  expect(record.labels).toContain('personal data');
  expect(record.labels.every((label) => isOurs(label, config) && label.length <= 50)).toBe(true);
  expect(isOurs('feedback', config) || isOurs('bug', config)).toBe(false);
});

test('accounts of the role are named, and the role that owns the rest deals with what has no page', () => {
  const [editor] = config.owners;
  const owners = [
    {...(editor ?? {id: '', label: '', team: '', owns: []}), assignees: ['an-editor']},
    {id: 'publisher', label: 'Publisher', team: '@example-org/publisher', owns: ['*']},
  ];
  const other = {...flood, config: {...config, owners}};
  const message: Message = {title: '', body: `See ${SITE}/toolkit/${STUDY}/`};
  expect(triage(other, message)).toMatchObject({owner: 'editor', assignees: ['an-editor']});
  expect(triage(other, {...message, body: 'Hello.'})).toMatchObject({owner: 'publisher', assignees: []});
});

describe('says it in plain English', () => {
  const comment = (written: Record<string, string>) => renderFeedbackComment(sort(written), config);

  test('what it is about, who looks after it, what changed and what happens next', () => {
    const text = comment({address: `${SITE}/toolkit/${STUDY}/`, fingerprint: oldPrint(STUDY, '2026-11-02')});
    expect(text.startsWith(FEEDBACK_MARKER)).toBe(true);
    expect(text).toContain(`[Lower Ford: one shed for every pump](${SITE}/toolkit/${STUDY}/)`);
    expect(text).toContain('Editor (@example-org/flood-editor)');
    expect(text).toContain(`[what changed](${SITE}/toolkit/${STUDY}/#page-updates)`);
    expect(text).toContain(`[What happens with feedback](${SITE}/feedback/)`);
    expect(text).not.toMatch(/&#x/);
  });

  test.each([
    '',
    '_No response_',
    fillForm(form, {address: `${SITE}/toolkit/${STUDY}/`, fingerprint: oldPrint(STUDY, '2026-11-02')}),
  ])('where no text came it asks for it, and promises nothing of it (%#)', (body) => {
    const text = renderFeedbackComment(triage(flood, {title: '', body}), config);
    expect(text).toContain('Your text did not reach us. What were you looking for, or what is wrong or missing?');
    expect(text).not.toContain('If that fixes');
  });

  test('without a page it asks for the address', () => {
    expect(comment({})).toContain('We do not know which page this is about.');
  });

  test('of words with personal data it shows those lines alone, redacted, as code', () => {
    const text = comment({what: 'Secret line.\n```\nRing 0191 496 0000 @somebody <script>\n````'});
    expect(text).toContain('1 telephone number. Edit your text');
    expect(text).toContain('\nRing [telephone number removed] @somebody <script>\n');
    expect(text).not.toMatch(/Secret|0191/);
  });

  test('nothing else of what was written gets into it, however long', () => {
    const text = comment({
      what: `<script>alert(1)</script> ${'jane@mail.test '.repeat(4000)}`,
      page: '](https://evil.test)',
      address: 'https://evil.test/',
    });
    expect(text).not.toContain('evil');
    expect(text.length).toBeLessThan(10_000);
  });

  test('whatever was written, the comment is the same, unless it looks personal', () => {
    const plainComment = comment({});
    const hostile = fc.array(
      fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('@team', '#1', '```', '<img>', '\n', '](x)')),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const record = sort({what: parts.join(' ')});
        fc.pre(record.personal.length === 0 && record.page === undefined && record.words.trim() !== '');
        expect(renderFeedbackComment(record, config)).toBe(plainComment);
      }),
      {numRuns: 300},
    );
  });

  test('a title can hold personal data too, and there is nothing to propose', () => {
    const record = sort({}, {title: 'Feedback: Mrs Reed was rude'});
    expect(record.personal).toEqual(['name']);
    expect(renderFeedbackComment(record, config)).toContain(
      '1 name. Edit your text or its title above, and remove it.\n',
    );
  });
});
