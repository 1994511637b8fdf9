import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {absoluteUrl} from '../../../../src/content/addresses/addresses.ts';
import {FEEDBACK_TEMPLATE} from '../../../../src/features/contributions/forms/beta-feedback-form.ts';
import {issueTemplates} from '../../../../src/features/contributions/forms/issue-templates.ts';
import {
  feedbackIssueUrl,
  feedbackMailto,
  proposalIssueUrl,
  proposalMailto,
} from '../../../../src/features/contributions/links.ts';
import {loadConfig} from '../../../../src/io/load-toolkit.ts';
import type {ShownPage} from '../../../../src/site/components/Slot/Slot.tsx';
import {copyToolkit, FLOOD} from '../../support/toolkits/copy-toolkit.ts';

const config = loadConfig(copyToolkit('feedback-link', {contentFrom: FLOOD}));

/**
 * The longest link to a new issue, in bytes. GitHub's documentation only says that a URL that is too long gets "414 URI
 * Too Long" ("Creating an issue from a URL query"); https://github.com/github/docs/issues/5136 names 8,191 bytes.
 */
const ISSUE_URL_LIMIT = 8191;

const PAGE: ShownPage = {
  title: 'Health and wellbeing',
  address: 'https://toolkit.example/toolkit/priorities/health-and-wellbeing/',
  edition: 'live',
  fingerprint: '0123456789abcdef',
};

const HOSTILE = 'A "title" & \'more\' #1 = 100%?\n+<script>alert(1)</script> ;&title=x \u{1F4DA} \u202Eא';

test.each([{what: 'letters of three bytes', title: '書'.repeat(80)}])(
  'the longest title of $what stays under the limit, at the longest address',
  ({title}) => {
    const address = absoluteUrl(config, `/toolkit/2026-11.2/case-studies/${'é'.repeat(85)}/`);
    expect(lengthOf({title, address})).toBeLessThan(ISSUE_URL_LIMIT);
  },
);

test('a hostile title comes back from the link as it was, and adds no parameter', () => {
  const url = new URL(feedbackIssueUrl(config, {...PAGE, title: HOSTILE}));
  expect(Object.fromEntries(url.searchParams)).toEqual({
    template: FEEDBACK_TEMPLATE,
    title: `Feedback: ${HOSTILE}`,
    page: HOSTILE,
    address: PAGE.address,
    edition: PAGE.edition,
    fingerprint: PAGE.fingerprint,
  });
  expect(url.origin + url.pathname).toBe(`https://github.com/${config.repository}/issues/new`);
});

test('a hostile title comes back from the message in one line, and adds no header', () => {
  const mailto = feedbackMailto(config, {...PAGE, title: HOSTILE});
  const oneLine = HOSTILE.replace('\n', ' ');
  const {to, headers} = decodeMailto(mailto);
  expect(to).toBe(config.email);
  expect(headers).toEqual([
    ['subject', `Feedback: ${oneLine}`],
    [
      'body',
      `Page: ${oneLine}\r\nAddress: ${PAGE.address}\r\nEdition: live\r\n\r\nWhat were you looking for, or what is wrong or missing?\r\n\r\n`,
    ],
  ]);
  const figure = {figure: '£1', what: 'A visit'};
  const ofFigure = decodeMailto(feedbackMailto(config, {...PAGE, address: `${PAGE.address}#figure-1`, figure})).headers;
  expect(ofFigure[0]).toEqual(['subject', `Feedback: £1 (${PAGE.title})`]);
  expect(ofFigure[1]?.[1]).toMatch(/^Figure: £1: A visit\r\n.*\r\nAddress: \S+#figure-1\r\n/);
  expect(mailto).not.toMatch(/[\s"<>+]|%0A(?<!%0D%0A)/);
});

function lengthOf(page: Pick<ShownPage, 'title' | 'address'>): number {
  return Buffer.byteLength(feedbackIssueUrl(config, {...PAGE, ...page, edition: '2026-11.2'}));
}

/** As RFC 6068 has it: `+` is a plus sign, unlike in the queries of web addresses. */
function decodeMailto(mailto: string): {to: string; headers: [name: string, value: string][]} {
  const [to = '', query = ''] = mailto.slice('mailto:'.length).split('?');
  const headers = query.split('&').map((field): [string, string] => {
    const [name = '', value = ''] = field.split('=');
    return [decodeURIComponent(name), decodeURIComponent(value)];
  });
  return {to: decodeURIComponent(to), headers};
}

test('the link to the proposal form opens the one that is generated, and the email goes to the editors', () => {
  const template = new URL(proposalIssueUrl(config)).searchParams.get('template');
  expect(Object.keys(issueTemplates(config))).toContain(`.github/ISSUE_TEMPLATE/${template}`);
  const {to, headers} = decodeMailto(proposalMailto(config));
  expect(to).toBe(config.email);
  expect(headers[0]).toEqual(['subject', 'Case study']);
  expect(headers[1]?.[1]).toMatch(/^Service:\r\n\r\nPlace:[\s\S]+\r\nWhy:[\s\S]+\r\nSources:/);
});
