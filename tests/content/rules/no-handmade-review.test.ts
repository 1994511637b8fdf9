import {expect, test} from 'vitest';
import {EXAMPLE_DAY} from '../../../src/content/rule.ts';
import {noHandmadeReview} from '../../../src/content/rules/no-handmade-review.ts';
import {toolkitWith} from '../../support/sound-toolkit.ts';

test('of a record that was changed one thing is asked, and the other where that cannot be done', () => {
  const [changed] = noHandmadeReview.bad.slice(1);
  const [found] = noHandmadeReview.check(toolkitWith(changed), EXAMPLE_DAY);
  expect(found?.fix).toBe(
    'Bring it back as it was if you can; else take the file out, and put a check that was made on record: `npm run attest -- floods`.',
  );
});
