import {expect, test} from 'vitest';
import {applyEdits} from '../../../src/content/markdown/edit/apply-edits.ts';
import {noBrokenLink} from '../../../src/rules/model/no-broken-link.ts';
import {EXAMPLE_DAY, page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const FLOODS = 'docs/priorities/floods.md';

/** What the rule finds in a page with these words. */
function found(words: string, settings = '{}') {
  const text = page('Floods').replace('Words.', words);
  const toolkit = toolkitWith({[FLOODS]: text, 'toolkit.config.ts': `export default ${settings};`});
  const findings = noBrokenLink.check(toolkit, EXAMPLE_DAY);
  const fixed = applyEdits(
    text,
    findings.flatMap(({edit}) => edit ?? []),
  );
  return {findings, fixed: fixed.slice(fixed.indexOf('---\n\n') + '---\n\n'.length).trim()};
}

test.each([
  ['[a](hoems.md)', '[a](homes.md)'],
  ['[a](/priorities/hoems.md "Homes")', '[a](homes.md "Homes")'],
  ['[a](/toolkit/priorities/hoems/?print#sources)', '[a](/toolkit/priorities/homes/?print#sources)'],
  ['[a][b]\n\n[b]: <hoems.md>', '[a][b]\n\n[b]: <homes.md>'],
  ['[a](#whp-helps)\n\n## Who helps', '[a](#who-helps)\n\n## Who helps'],
])('only one page or heading can be meant: %s becomes %s', (words, fixed) => {
  expect(found(words).fixed).toBe(fixed);
});

test('links work below a base URL, with or without it', () => {
  const at = (words: string, baseUrl: string) =>
    found(words, JSON.stringify({baseUrl})).findings.map(({problem}) => problem);
  const links = '[a](homes.md) [b](/toolkit/priorities/homes) [c](/case-studies/)';
  expect(at(`${links} [d](/flood/updates/)`, '/flood/')).toEqual([]);
  expect(at(links, '/dŵr a thir/')).toEqual([]);
  expect(at('[a](/flood/update/)', '/flood/')).toEqual([
    'link to `/flood/update/` leads nowhere, expected a page or file of this site',
  ]);
});

test('what the build derives from pages is left to the check of the built site', () => {
  const {findings} = found(
    '[a](/api/index.json) [b](/case-studies/page/2/) [c](/figures/index/) [d](/updates/feed.atom)',
  );
  expect(findings).toEqual([]);
});
