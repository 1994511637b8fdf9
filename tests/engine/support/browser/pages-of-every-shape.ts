import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Parser} from 'htmlparser2';
import {filesBelow} from '../../../../src/site/after-build/output-folder.ts';

/** The parts of the document: axe would take minutes for them, and they repeat the pages. */
const TOO_LONG = 'toolkit/document/page/';

/** Their classes name the page itself, and so differ on every page. */
const FRAME = ['html', 'head', 'body'];

/** Every element of a page within its parent, each by its name, classes and attributes: `ul.facts > li`. */
function shapesOf(html: string): Set<string> {
  const shapes = new Set<string>();
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, {class: classes = '', ...attributes}) => {
      const element = FRAME.includes(name) ? name : [name, ...classes.split(/\s+/).sort()].join('.');
      shapes.add(`${open.at(-1)} > ${element} ${Object.keys(attributes).sort()}`);
      open.push(element);
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return shapes;
}

export function everyPage(folder: string): string[] {
  const isPage = (file: string) =>
    file.endsWith('.html') && !file.startsWith(TOO_LONG) && !file.startsWith('pagefind/');
  return filesBelow(folder).filter(isPage);
}

/** The few files of a built site on which every shape of it is found: hundreds come from one frame. */
export function pagesOfEveryShape(folder: string): string[] {
  const pages = everyPage(folder).map((file) => ({
    file,
    shapes: shapesOf(readFileSync(path.join(folder, file), 'utf8')),
  }));
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
