import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {FEEDBACK_MARKER, renderReply} from '../../../../../src/features/contributions/feedback/render-reply.ts';
import {triage} from '../../../../../src/features/contributions/feedback/triage.ts';
import {betaFeedbackForm} from '../../../../../src/features/contributions/forms/beta-feedback-form.ts';
import {fingerprintOf} from '../../../../../src/io/fingerprint.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {fillForm} from '../../../support/intake/fill-form.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

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

function sort(written: Record<string, string>, title = 'Feedback: x') {
  return triage(flood, {title, body: fillForm(form, {what: 'It is wrong.', ...written})});
}

describe('finds the page', () => {
  test.each([
    {
      address: `${SITE}/toolkit/${STUDY}/`,
      found: {id: STUDY, edition: 'live', title: 'Lower Ford: one shed for every pump'},
    },
    {address: `${SITE}/toolkit/`, found: {id: 'index', edition: 'live'}},
    {address: `${SITE}/toolkit/2026-11/${STUDY}/`, found: {id: STUDY, edition: '2026-11'}},
    {address: `${SITE}/updates/2026-11-16/changes/${STUDY}/`, found: {id: STUDY}},
    {address: `${SITE}/contribute/offer-a-case-study/`, found: {id: 'handbook/contribute/offer-a-case-study'}},
  ])('at $address', ({address, found}) => {
    expect(sort({address}).page).toMatchObject(found);
  });

  test('in an edition of a toolkit with pages at the root', () => {
    const body = fillForm(form, {what: 'It is wrong.', address: `${SITE}/2026-11/${STUDY}/`});
    const atRoot = {...flood, config: {...config, pages_at: '/'}};
    expect(triage(atRoot, {title: 'Feedback: x', body}).page).toMatchObject({id: STUDY, edition: '2026-11'});
  });

  test.each(['https://elsewhere.example/flood/toolkit/', 'javascript:alert(1)', `${SITE}/toolkit/%E0%A4%A/`])(
    'none at %s',
    (address) => {
      expect(sort({address}).page).toBeUndefined();
    },
  );
});

describe('says whether the page has changed since', () => {
  test('not of an edition: its page says it', () => {
    expect(sort({address: `${SITE}/toolkit/2026-11/${STUDY}/`, fingerprint: 'f'.repeat(16)}).hasChanged).toBe(false);
  });

  test('not where the change waits, because readers still see the page as it was', () => {
    // The front page shows a chart, whose data is part of its text.
    for (const [id, address] of [
      [STUDY, `${SITE}/toolkit/${STUDY}/`],
      ['index', `${SITE}/toolkit/`],
    ] as const) {
      const body = fillForm(form, {address, fingerprint: printOf(id)});
      const edited = <Page extends object>(page: Page) => ({...page, fingerprint: () => '0'.repeat(16)});
      const toolkit = {...flood, pages: flood.pages.map(edited), caseStudies: flood.caseStudies.map(edited)};
      expect(triage(toolkit, {title: '', body}).hasChanged).toBe(false);
    }
  });
});

test('the role that owns the rest deals with what has no page', () => {
  const [editor] = config.owners;
  const owners = [
    {...(editor ?? {id: '', label: '', team: '', owns: []})},
    {id: 'publisher', label: 'Publisher', team: '@example-org/publisher', owns: ['*']},
  ];
  const other = {...flood, config: {...config, owners}};
  const ownerOf = (body: string) => triage(other, {title: '', body}).owner.id;
  expect(ownerOf(`See ${SITE}/toolkit/${STUDY}/`)).toBe('editor');
  expect(ownerOf('Hello.')).toBe('publisher');
});

describe('says it in plain English', () => {
  const comment = (written: Record<string, string>) => renderReply(sort(written), config);

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
    const text = renderReply(triage(flood, {title: '', body}), config);
    expect(text).toContain('Your text did not reach us. What were you looking for, or what is wrong or missing?');
  });

  test('whatever was written, the comment is the same, unless it looks personal', () => {
    const plainComment = comment({});
    const hostile = fc.array(
      fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('@team', '#1', '```', '<img>', '\n', '](x)')),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const record = sort({what: parts.join(' ')});
        fc.pre(record.personal.length === 0 && record.page === undefined && !record.isEmpty);
        expect(renderReply(record, config)).toBe(plainComment);
      }),
      {numRuns: 300},
    );
  });
});
