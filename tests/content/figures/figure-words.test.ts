import {expect, test} from 'vitest';
import {rowsOf} from '../../support/figure-rows.ts';

test.each([
  ['They handed over [44 libraries](https://ford.example/survey).', '44 libraries'],
  ['It had [over 44 libraries](https://ford.example/survey).', 'over 44 libraries'],
  ['They gave help over the [nine weeks](https://ford.example/survey) of summer.', 'nine weeks'],
  ['It had [230 library arts](https://ford.example/survey) events.', '230'],
])('the figure of %s', (words, figure) => {
  expect(rowsOf(words)).toMatchObject([{figure}]);
});
