import {expect, test} from 'vitest';
import {useSite} from '../support/open-browser.ts';

const toolkit = useSite('toolkit');

const DESKTOP = {viewport: {width: 1280, height: 900}};

// What a screen reader is given of the furniture: a change here is a change for its users, and is to be looked at.
test.each([
  {part: 'header', selector: 'body > header', address: '/toolkit/priorities/jobs-and-enterprise/'},
  {part: 'facts of a case study', selector: '.facts', address: '/toolkit/case-studies/gateshead-jobseekers/'},
  {part: 'foot of a page', selector: '.page-foot', address: '/toolkit/priorities/jobs-and-enterprise/'},
  {part: 'edition menu and notice', selector: '.page-bar', address: '/toolkit/2017-03/approaches/co-location/'},
  {part: 'footer', selector: 'body > footer', address: '/'},
])('the $part', async ({selector, address}) => {
  const {page, close} = await toolkit.open(address, DESKTOP);
  expect(await page.locator(selector).ariaSnapshot()).toMatchSnapshot();
  await close();
});

test('the foot of a page tells all when its parts are opened', async () => {
  const {page, close} = await toolkit.open('/toolkit/approaches/governance-and-delivery-models/', DESKTOP);
  await page.locator('.history > details > summary').click();
  expect(await page.locator('.history').ariaSnapshot()).toMatchSnapshot();
  await close();
});

test('every link and control is at least 24 pixels high or stands in a line of text', async () => {
  const {page, close} = await toolkit.open('/toolkit/case-studies/gateshead-jobseekers/', DESKTOP);
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'header a, header button, header summary, nav a, footer nav a, .page-foot summary, button',
      ),
    ]
      .filter((element) => !element.closest('.phase-banner p, .phase-banner span'))
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
      .map((element) => `${element.textContent?.trim()}: ${element.getBoundingClientRect().height}`),
  );
  expect(small).toEqual([]);
  await close();
});
