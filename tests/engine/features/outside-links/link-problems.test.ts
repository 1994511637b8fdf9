import {expect, test} from 'vitest';
import type {LinkEntry} from '../../../../src/content/link-ledger/link-ledger.ts';
import {summariseLedger} from '../../../../src/content/link-ledger/verdict.ts';
import type {LinkOutcome} from '../../../../src/features/outside-links/classify-answer.ts';
import {externalLinks} from '../../../../src/features/outside-links/external-links.ts';
import {
  changedSourceSection,
  linkProblems,
  newLinkProblems,
} from '../../../../src/features/outside-links/link-problems.ts';
import {paragraph, stringify} from '../../../../src/format/markdown-nodes.ts';
import {updateExample} from '../../../../src/rules/examples/example-files.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const DEAD = {checked: '2026-06-08', first_failure: '2026-05-11', strikes: 5, kind: 'gone'} as const;

const SOURCES = 'sources:\n  - title: Minutes\n    publisher: Parish\n    url: https://parish.example/minutes\n';

const toolkit = toolkitWith({
  'docs/priorities/homes.md': page('Homes', SOURCES).replace(
    'Words.\n',
    [
      'See [minutes](https://parish.example/minutes#2), [more][m] and https://plain.example/a.',
      '`https://code.example/` and [us](https://flood.example/toolkit/), [write](mailto:office@parish.example).',
      '[Broken](https://), [München](https://münchen.example/).',
      '',
      '```text\nhttps://code.example/\n```',
      '',
      '[m]: https://reference.example/',
      '',
    ].join('\n'),
  ),
  'versioned_docs/version-2017-03/homes.md': '---\ntitle: Homes\n---\n\n[Old](https://old.example/)\n',
});
const links = externalLinks(toolkit);

test('links stand in words and front matter, as references and as plain addresses, and not in code', () => {
  const found = links.map(({address, path, place}) => `${path}:${place()?.line} ${address}`);
  expect(found.sort()).toEqual([
    'docs/priorities/homes.md:12 https://parish.example/minutes',
    'docs/priorities/homes.md:12 https://plain.example/a',
    'docs/priorities/homes.md:14 https://xn--mnchen-3ya.example/',
    'docs/priorities/homes.md:20 https://reference.example/',
    'docs/priorities/homes.md:9 https://parish.example/minutes',
    'versioned_docs/version-2017-03/homes.md:5 https://old.example/',
  ]);
});

test('what is broken is reported once a page, and never of an edition', () => {
  const ledger = new Map<string, LinkEntry>([
    ['https://parish.example/minutes', DEAD],
    ['https://old.example/', DEAD],
    ['https://plain.example/a', {checked: '2026-06-08', kind: 'moved', moved_to: 'https://plain.example/'}],
    ['https://reference.example/', {checked: '2026-06-08', kind: 'blocked'}],
  ]);
  const problems = linkProblems(links, ledger);
  expect(problems.map(({severity, ruleId, problem}) => `${severity} ${ruleId} ${problem}`)).toEqual(
    [
      expect.stringMatching(/^note no-moved-link `https:\/\/plain\.example\/a` has moved permanently/),
      expect.stringMatching(
        /^warning no-dead-link .* has failed in 5 checks since 11 May 2026 \(the page or its site no/,
      ),
    ]
      .sort()
      .reverse(),
  );
  expect(summariseLedger(ledger)).toBe('4 links: 1 moved, 1 closed to programs, 2 unavailable');
});

test('of new links, what is gone must not get in, and what is uncertain is for a look', () => {
  const outcomes = new Map<string, LinkOutcome>([
    ['https://parish.example/minutes', {kind: 'gone', said: 'answered 404'}],
    ['https://plain.example/a', {kind: 'slow', said: 'no answer in 20 seconds'}],
    ['https://reference.example/', {kind: 'blocked', said: 'answered 403'}],
    ['https://xn--mnchen-3ya.example/', {kind: 'living'}],
  ]);
  const found = newLinkProblems(links, outcomes).map(({severity, problem}) => `${severity}: ${problem.split('(')[0]}`);
  expect(found.sort()).toEqual([
    'error: new link `https://parish.example/minutes#2` does not open: the page or its site no longer exists ',
    'note: new link `https://reference.example/` does not open: it does not open for programs ',
    'warning: new link `https://plain.example/a` does not open: it does not answer in time ',
  ]);
});

test('a source that changed after its page was published is a question with the note of its publisher, which mentions nobody', () => {
  const changed = {on: '2026-11-20', note: 'Ask @all.'};
  const links = {'https://parish.example/minutes': {checked: '2026-11-21', changed}};
  const files = {
    'docs/priorities/homes.md': page('Homes', SOURCES),
    'blog/2026-11-02.md': updateExample('2026-11-02', 'priorities/homes'),
    'ledgers/links.json': JSON.stringify({schema: 1, links}),
  };
  const {items} = changedSourceSection(toolkitWith(files), '2026-11-24');
  expect(items.map((item) => stringify([paragraph(item)]))).toEqual([
    '`docs/priorities/homes.md`: `https://parish.example/minutes` changed on 20 November 2026. Its publisher says: Ask `@all.`',
  ]);
});
