import {describe, expect, test} from 'vitest';
import {recordMissing, redactAddressRecords} from '../../../../src/changes/chain/record-addresses.ts';
import {checkPublishedAddresses} from '../../../../src/site/links/check-addresses.ts';
import {type LinkedSite, scanLinks} from '../../../../src/site/links/scan-links.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const HOMES = 'ledgers/addresses/live.json';
const record = (address: string, ...anchors: string[]) =>
  JSON.stringify({schema: 1, pages: {'priorities/homes': {address, anchors}}}, null, 2);

function siteOf(files: Readonly<Record<string, string>>): LinkedSite {
  const pages = Object.entries(files).map(([file, html]) => ({...scanLinks(html), file}));
  return {url: 'https://flood.example', baseUrl: '/flood/', pages, files: new Set(Object.keys(files))};
}

function judged(built: Readonly<Record<string, string>>, source: Readonly<Record<string, string>>): string[] {
  return checkPublishedAddresses(siteOf(built), toolkitWith(source)).map(
    ({path, place, severity, ruleId, problem}) =>
      `${path}:${place?.line}: ${severity} ${ruleId} ${problem.split(',')[0]}`,
  );
}

describe('an address on record', () => {
  const toHomes = '<noscript><meta http-equiv="refresh" content="0; url=/flood/toolkit/priorities/homes/"></noscript>';
  test.each([
    {what: 'a page', built: {'toolkit/priorities/homes/index.html': '<h2 id=why>Why</h2>'}},
    {
      what: 'a redirect, whose page has the heading',
      built: {'toolkit/old/index.html': toHomes, 'toolkit/priorities/homes/index.html': '<h2 id=why>Why</h2>'},
      address: '/toolkit/old/',
    },
    {
      what: 'an alias inside another heading',
      built: {'toolkit/priorities/homes/index.html': '<h2 id=reasons><span id=why></span>Reasons</h2>'},
    },
  ])('resolves to $what', ({built, address = '/toolkit/priorities/homes/'}) => {
    expect(judged(built, {[HOMES]: record(address, 'why')})).toEqual([]);
  });

  test.each([
    {
      what: 'nothing',
      built: {},
      found: [`${HOMES}:5: error no-lost-address \`/toolkit/old/\` was published and no longer exists`],
    },
    {
      what: 'a redirect to nothing',
      built: {'toolkit/old/index.html': toHomes},
      found: [`${HOMES}:5: error no-lost-address \`/toolkit/old/\` was published and no longer exists`],
    },
    {
      what: 'a page without the heading',
      built: {'toolkit/old/index.html': '<h2 id=other>Other</h2>'},
      found: [
        `${HOMES}:7: error no-lost-anchor \`/toolkit/old/#why\` was published and \`/toolkit/old/\` has no such anchor`,
      ],
    },
  ])('that leads to $what is found', ({built, found}) => {
    expect(judged(built, {[HOMES]: record('/toolkit/old/', 'why')})).toEqual(found);
  });
});

test('a heading of the text must be on the page, and one that an author removed need not', () => {
  const built = {'toolkit/priorities/homes/index.html': '<h2 id=other>Other</h2>'};
  const onRecord = {[HOMES]: record('/toolkit/priorities/homes/', 'why')};
  expect(judged(built, {...onRecord, 'docs/priorities/homes.md': page('Homes')})).toEqual([]);
  const withHeading = page('Homes').replace('Words.', '## Why\n\nWords.');
  expect(judged(built, {...onRecord, 'docs/priorities/homes.md': withHeading})).toHaveLength(1);
});

test('what was taken out of the record is missed: it is in the texts that were published', () => {
  const published = {
    'blog/_published/2026-11-02/priorities/homes.md': page('Homes').replace('Words.', '## Why\n\nWords.'),
    'blog/_published/2026-11-03/priorities/homes.md': page('Homes').replace('Words.', '## Reasons\n\nWords.'),
  };
  const built = {'toolkit/priorities/homes/index.html': '<h2 id=reasons>Reasons</h2><i id=why></i>'};
  const address = '/toolkit/priorities/homes/';
  expect(judged(built, {...published, [HOMES]: record(address, 'reasons', 'why')})).toEqual([]);
  expect(judged(built, {...published, [HOMES]: record(address, 'reasons')})).toEqual([
    `${HOMES}:undefined: error no-lost-address record of \`priorities/homes\` lacks what was published`,
  ]);
  expect(judged(built, published)).toEqual([`${HOMES}:undefined: error no-lost-address no address is on record`]);
  expect(recordMissing(toolkitWith(published))).toEqual([
    {path: HOMES, content: `${record(address, 'reasons', 'why')}\n`},
  ]);
});

test('a heading that a redaction changed leaves no trace of its words', () => {
  const file = 'blog/_published/2026-11-02/priorities/homes.md';
  const [before, after] = ['Jo Bloggs', '[removed]'].map((words) =>
    toolkitWith({
      [file]: page('Homes').replace('Words.', `## The story of ${words}\n\nWords.`),
      [HOMES]: `${record('/toolkit/priorities/homes/', 'the-story-of-jo-bloggs')}\n`,
    }),
  ) as [ReturnType<typeof toolkitWith>, ReturnType<typeof toolkitWith>];
  expect(redactAddressRecords(before, after)).toEqual([
    {path: HOMES, content: `${record('/toolkit/priorities/homes/', 'the-story-of-removed')}\n`},
  ]);
  expect(redactAddressRecords(before, before)).toEqual([]);
});
