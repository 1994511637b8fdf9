import {expect, test} from 'vitest';
import {applyEdits} from '../../../src/content/markdown/edit/apply-edits.ts';
import {EXAMPLE_DAY} from '../../../src/rules/rule.ts';
import {noHiddenCharacters} from '../../../src/rules/safety/no-hidden-characters.ts';
import {page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const FILE = 'docs/floods.md';
const check = (text: string) => noHiddenCharacters.check(toolkitWith({[FILE]: text}), EXAMPLE_DAY);

test.each([
  {name: 'Windows', text: page('Floods').replaceAll('\n', '\r\n'), fixed: page('Floods'), line: 1},
  {name: 'mixed', text: `${page('Floods')}More.\r\n`, fixed: `${page('Floods')}More.\n`, line: 9},
  {
    name: 'old Macintosh',
    text: `${page('Floods')}More.\rWords.\n`,
    fixed: `${page('Floods')}More.\nWords.\n`,
    line: 9,
  },
])('the edit fixes $name line endings and nothing else', ({text, fixed, line}) => {
  const findings = check(text);
  expect(findings.map(({place}) => place?.line)).toEqual([line]);
  const after = applyEdits(
    text,
    findings.flatMap(({edit}) => edit ?? []),
  );
  expect(after).toBe(fixed);
  expect(check(after)).toEqual([]);
});
