import {expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const flood = useSite(siteFolder('flood'), '/flood/');

const DESKTOP = {viewport: {width: 1280, height: 900}};

// What a screen reader is given of the furniture: a change here is a change for its users, and is to be looked at.
test.each([
  {part: 'header', selector: 'body > header', address: '/flood/toolkit/priorities/warnings/'},
  {part: 'facts of a case study', selector: '.facts', address: '/flood/toolkit/case-studies/lower-ford-pumps/'},
  {part: 'foot of a page', selector: '.page-foot', address: '/flood/toolkit/approaches/wardens/'},
  {part: 'answer of a case study', selector: '.in-short', address: '/flood/toolkit/case-studies/lower-ford-pumps/'},
  {part: 'tools of a page', selector: '.page-tools', address: '/flood/toolkit/case-studies/lower-ford-pumps/'},
  {part: 'rail of a page of an edition', selector: '.page-rail', address: '/flood/toolkit/2026-11/approaches/wardens/'},
  {part: 'footer', selector: 'body > footer', address: '/flood/'},
])('the $part', async ({selector, address}) => {
  const {page} = await flood.open(address, DESKTOP);
  expect(await page.locator(selector).ariaSnapshot()).toMatchSnapshot();
});

test('the foot of a page tells all when its parts are opened', async () => {
  const {page} = await flood.open('/flood/toolkit/priorities/warnings/', DESKTOP);
  await page.locator('.about-page > summary').click();
  expect(await page.locator('.history').ariaSnapshot()).toMatchSnapshot();
});

test('every link and control is at least 24 pixels high or stands in a line of text', async () => {
  const {page} = await flood.open('/flood/toolkit/case-studies/lower-ford-pumps/', DESKTOP);
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'header a, header button, header summary, nav a, footer nav a, .page-foot summary, button',
      ),
    ]
      .filter((element) => !element.closest('.page-meta'))
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
      .map((element) => `${element.textContent?.trim()}: ${element.getBoundingClientRect().height}`),
  );
  expect(small).toEqual([]);
});
