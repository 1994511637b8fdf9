import {element} from '../../../site/client/element.ts';
import {fillIn} from '../../../site/client/messages.ts';
import {type PassageFile, passagesOf, wordsOf} from '../passages.ts';

type Texts = Readonly<Record<'unchanged' | 'never' | 'changed' | 'inexact' | 'missing' | 'short' | 'failed', string>>;

const form = document.querySelector<HTMLFormElement>('[data-quotations]');
const results = document.querySelector<HTMLElement>('[data-quotation-results]');
const texts: Texts = JSON.parse(form?.dataset.texts ?? '{}');

/** What is loaded once for all quotations, by its address. */
const loaded = new Map<string, Promise<string>>();

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const quotations = quotationsIn(form.querySelector('textarea')?.value ?? '');
  if (quotations.length === 0) return results?.replaceChildren(element('p', {textContent: texts.short}));
  const work = quotations.map(async (quotation) => {
    const found = await check(quotation).catch(() => [element('strong', {textContent: texts.failed})]);
    return element('li', {}, element('blockquote', {textContent: quotation}), ...found);
  });
  results?.replaceChildren(element('ol', {className: 'quotations'}, ...(await Promise.all(work))));
});

/** A shorter quotation would be on many pages. */
const FEWEST = 5;

/** What stands in quotation marks, or the whole text, sentence by sentence. */
function quotationsIn(text: string): string[] {
  const marked = [...text.matchAll(/[“"]([^“”"]+)[”"]/g)].flatMap(([, quoted = '']) => quoted);
  const sentences = new Intl.Segmenter(document.documentElement.lang, {granularity: 'sentence'});
  return (marked.length > 0 ? marked : [text])
    .flatMap((part) => [...sentences.segment(part.replace(/\s+/g, ' '))].map(({segment}) => segment.trim()))
    .filter((sentence) => wordsOf(sentence).length >= FEWEST);
}

/** What the toolkit says today where it said a quotation. */
async function check(quotation: string): Promise<Node[]> {
  const pages = await candidates(quotation);
  const wanted = ` ${wordsOf(quotation).join(' ')} `;
  let nearest: {share: number; nodes: () => Node[]} | undefined;
  for (const address of pages) {
    const page = new DOMParser().parseFromString(await load(address), 'text/html');
    const link = element('a', {href: address, textContent: page.querySelector('h1')?.textContent ?? address});
    const sentences = [...page.querySelectorAll<HTMLElement>('.sentence')];
    const same = sentences.find((sentence) => ` ${wordsIn(sentence).join(' ')} `.includes(wanted));
    if (same) return describe(same, link);
    if (
      sentences.length === 0 &&
      ` ${wordsOf(page.querySelector('.prose')?.textContent ?? '').join(' ')} `.includes(wanted)
    ) {
      return [element('strong', {textContent: texts.never}), ' ', link].map(toNode);
    }
    for (const sentence of sentences) {
      const words = new Set(wordsIn(sentence));
      const own = wordsOf(quotation);
      const share = own.filter((word) => words.has(word)).length / own.length;
      if (share > (nearest?.share ?? 0.6))
        nearest = {
          share,
          nodes: () => [
            element('strong', {textContent: texts.inexact}),
            element('p', {}, sentence.firstElementChild?.textContent ?? ''),
            ...describe(sentence, link),
          ],
        };
    }
  }
  return nearest?.nodes() ?? [element('strong', {textContent: texts.missing})];
}

function wordsIn(sentence: Element): string[] {
  return wordsOf(sentence.querySelector('bdi, del')?.textContent ?? '');
}

function describe(sentence: HTMLElement, link: Node): Node[] {
  const {since = '', until} = sentence.dataset;
  const said = until === undefined ? fillIn(texts.unchanged, {day: since}) : fillIn(texts.changed, {day: until});
  const reason = sentence.querySelector('.since');
  const update = reason?.querySelector('a')?.hash.slice(1) ?? '';
  for (const repeated of reason?.querySelectorAll('a, br') ?? []) repeated.remove();
  const note = sentence.ownerDocument.getElementById(update)?.childNodes ?? [];
  const why = element('p', {className: 'since'}, ...[...note].map((node) => node.cloneNode(true)));
  return [element('strong', {textContent: said}), ' ', link, why, ...(reason ? [reason] : [])].map(toNode);
}

function toNode(part: Node | string): Node {
  return typeof part === 'string' ? document.createTextNode(part) : part;
}

/** The addresses of the pages that have most passages of a text, best first. */
async function candidates(text: string): Promise<string[]> {
  const at = (part: number) => (form?.dataset.quotations ?? '').replace('*', String(part));
  const read = async (part: number): Promise<PassageFile> => JSON.parse(await load(at(part)));
  const {parts} = await read(0);
  const votes = new Map<string, number>();
  for (const passage of passagesOf(wordsOf(text))) {
    const {pages, passages} = await read(passage % parts);
    for (const place of passages[passage.toString(36)] ?? []) {
      const address = pages[place] ?? '';
      votes.set(address, (votes.get(address) ?? 0) + 1);
    }
  }
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([address]) => address);
}

async function load(address: string): Promise<string> {
  const request = loaded.get(address) ?? fetch(address).then((answer) => answer.text());
  loaded.set(address, request);
  return request;
}
