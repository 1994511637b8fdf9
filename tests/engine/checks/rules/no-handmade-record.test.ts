import {expect, test} from 'vitest';
import {EXAMPLE_DAY} from '../../../../src/checks/rule.ts';
import {noHandmadeRecord} from '../../../../src/checks/rules/publishing/no-handmade-record.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

test('a changed record is brought back, or made again', () => {
  const [changed] = noHandmadeRecord.bad.slice(1);
  const [found] = noHandmadeRecord.check(toolkitWith(changed), EXAMPLE_DAY);
  expect(found?.fix).toBe(
    'Restore it unchanged, or remove the file. If you reviewed the page, run `npm run review -- --done floods`.',
  );
});
