import {describe, expect, test} from 'vitest';
import {ATOM_RULES, SOUND_ATOM} from '../../support/feeds/atom-rules.ts';
import {judgeFeed} from '../../support/feeds/check-feed.ts';
import {JSON_FEED_RULES, SOUND_JSON_FEED} from '../../support/feeds/json-feed-rules.ts';
import {readXml} from '../../support/feeds/read-xml.ts';

describe('a sound feed breaks no rule', () => {
  test.each([
    ['feed.atom', SOUND_ATOM],
    ['feed.json', JSON.stringify(SOUND_JSON_FEED)],
  ])('%s', (file, text) => {
    expect(judgeFeed(file, text)).toEqual([]);
  });
});

/** What a rule finds in a sound feed of which one piece was changed. */
function brokenBy(text: string, [piece, by]: [string | RegExp, string]): string {
  const broken = text.replace(piece, by);
  expect(broken).not.toBe(text);
  return broken;
}

describe('RFC 4287', () => {
  test.each(ATOM_RULES)('$section: $says', ({isBroken, breaks}) => {
    expect(isBroken(readXml(brokenBy(SOUND_ATOM, breaks)))).toBe(true);
  });
});

describe('JSON Feed 1.1', () => {
  test.each(JSON_FEED_RULES)('$says', ({isBroken, breaks}) => {
    const feed = structuredClone(SOUND_JSON_FEED);
    breaks(feed);
    expect(isBroken(feed)).toBe(true);
  });
});

test.each([
  ['an end of raw text in words', ['First.', 'First ]]> last.']],
  ['a character that XML forbids', ['First.', 'First.\u000b']],
  ['half a character', ['First.', 'First.\ud800']],
  ['an element that is not closed', ['<summary>First.</summary>', '<summary>First.']],
  ['a prefix without a namespace', ['<summary>First.', '<x:note/><summary>First.']],
] as const)('what is no XML is found: %s', (_, [piece, by]) => {
  expect(judgeFeed('feed.atom', brokenBy(SOUND_ATOM, [piece, by]))[0]).toMatch(/^is no XML: /);
});
