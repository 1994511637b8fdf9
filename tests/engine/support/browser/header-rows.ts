import type {SiteInBrowser} from './open-browser.ts';

/** Two rows are taller, in pixels. */
const MAX_ONE_ROW = 90;

/** A fifth wider than the letters of any font, as where a computer has another one. */
const WIDER = '.site-header * { letter-spacing: 0.1em !important; }';

/** Where the header of a page has more than one row or the page scrolls sideways; one line each, none where all is well. */
export async function headersWithMoreRows(site: SiteInBrowser, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    const {page} = await site.open(address, {bypassCSP: true});
    for (const font of ['its font', 'a wider font']) {
      if (font === 'a wider font') await page.addStyleTag({content: WIDER});
      for (const width of [1024, 1280, 1366]) {
        await page.setViewportSize({width, height: 768});
        const height = (await page.locator('.masthead').boundingBox())?.height ?? Number.POSITIVE_INFINITY;
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (height > MAX_ONE_ROW || overflow > 0) found.push(`${address} at ${width} px in ${font}: ${height} px high`);
      }
    }
  }
  return found;
}
