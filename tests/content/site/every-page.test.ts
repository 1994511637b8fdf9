import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {Parser} from 'htmlparser2';
import {expect, test} from 'vitest';
import {findViolations} from '../../engine/support/browser/find-violations.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

/** The parts of the document: axe would take minutes for them, and reads one of the example elsewhere. */
const TOO_LONG = 'toolkit/document/page/';

/** Every element of a page within its parent, each by its name and classes: `ul.facts > li`. */
function shapesOf(html: string): Set<string> {
  const shapes = new Set<string>();
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, {class: classes = ''}) => {
      const element = [name, ...classes.split(/\s+/).sort()].join('.');
      shapes.add(`${open.at(-1)} > ${element}`);
      open.push(element);
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return shapes;
}

/** Few pages on which every shape of the site is found: hundreds come from one frame, and axe takes seconds for each. */
function pagesOfEveryShape(folder: string): string[] {
  const pages = globSync('**/*.html', {cwd: folder, exclude: ['pagefind/**']})
    .filter((file) => !file.startsWith(TOO_LONG))
    .sort()
    .map((file) => ({file, shapes: shapesOf(readFileSync(path.join(folder, file), 'utf8'))}));
  const left = new Set(pages.flatMap(({shapes}) => [...shapes]));
  const chosen: string[] = [];
  while (left.size > 0) {
    const gains = pages.map(({shapes}) => shapes.intersection(left).size);
    const best = pages[gains.indexOf(Math.max(...gains))];
    for (const shape of best?.shapes ?? []) left.delete(shape);
    if (best) chosen.push(best.file);
  }
  return chosen;
}

test.each(pagesOfEveryShape(siteFolder('toolkit')))('axe finds nothing on %s', async (file) => {
  const address = `/${file.replace(/index\.html$/, '')}`;
  const {page, foreign, complaints, close} = await site.open(address, {viewport: {width: 1280, height: 900}});
  expect(await findViolations(page)).toEqual([]);
  expect([...foreign, ...complaints]).toEqual([]);
  await close();
});
