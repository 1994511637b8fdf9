import {element} from '../../../site/client/element.ts';
import {fillIn} from '../../../site/client/messages.ts';
import {type PassageFile, passagesOf, wordsOf} from './passages.ts';

type Texts = Readonly<
  Record<'unchanged' | 'never' | 'changed' | 'part' | 'inexact' | 'missing' | 'short' | 'failed', string>
>;

const form = document.querySelector<HTMLFormElement>('[data-quotations]');
const results = document.querySelector<HTMLElement>('[data-quotation-results]');
const texts: Texts = JSON.parse(form?.dataset.texts ?? '{}');

/** What is loaded once for all quotations, by its address. */
const loaded = new Map<string, Promise<string>>();

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const work = quotationsIn(form.querySelector('textarea')?.value ?? '').map(async (quotation) => {
    const found = await check(quotation).catch(() => [verdict(texts.failed)]);
    return element('li', {}, element('blockquote', {textContent: quotation}), ...found);
  });
  results?.replaceChildren(element('ol', {className: 'quotations'}, ...(await Promise.all(work))));
});

/** A shorter quotation may have no passage in the files. */
const MIN = 8;

/** Double marks, and single ones that are no apostrophe. */
const MARKED_RE = /[“"]([^“”"]+)[”"]|(?<!\p{L})[‘']([^‘]+?)[’'](?!\p{L})/gu;

/** What stands in quotation marks, or the whole text, sentence by sentence. */
function quotationsIn(text: string): string[] {
  const marked = [...text.matchAll(MARKED_RE)].map(([, double, single]) => double ?? single ?? '');
  const sentences = new Intl.Segmenter(document.documentElement.lang, {granularity: 'sentence'});
  return (marked.length > 0 ? marked : [text])
    .flatMap((part) => [...sentences.segment(part.replace(/\s+/g, ' '))].map(({segment}) => segment.trim()))
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** A quotation with a gap, `...`, is found where its parts follow each other. */
const GAP_RE = /[[(]?(?:\.{3}|…)[\])]?/;

/** What the toolkit says today where it said a quotation. */
async function check(quotation: string): Promise<Node[]> {
  const own = wordsOf(quotation);
  if (own.length < MIN) return [verdict(texts.short)];
  const parts = quotation.split(GAP_RE).map((part) => wordsOf(part).join(' '));
  const isIn = (words: readonly string[]) => {
    const text = ` ${words.join(' ')} `;
    return parts.reduce((from, part) => (from < 0 ? from : text.indexOf(` ${part} `, from)), 0) >= 0;
  };
  let nearest: {share: number; nodes: Node[]} | undefined;
  for (const address of await candidates(parts)) {
    const page = new DOMParser().parseFromString(await load(address), 'text/html');
    const link = element('a', {href: address, textContent: page.querySelector('h1')?.textContent ?? address});
    const sentences = [...page.querySelectorAll<HTMLElement>('.sentence')];
    const same = sentences.find((sentence) => isIn(wordsIn(sentence)));
    if (same) return describe(same, link, wordsIn(same).length === own.length);
    if (sentences.length === 0 && isIn(wordsOf(page.querySelector('.prose')?.textContent ?? ''))) {
      return [verdict(texts.never, 'same'), link];
    }
    for (const sentence of sentences) {
      const words = new Set(wordsIn(sentence));
      const share = own.filter((word) => words.has(word)).length / own.length;
      const shown = element('p', {textContent: sentence.querySelector('bdi, del')?.textContent ?? ''});
      if (share > (nearest?.share ?? 0.6)) nearest = {share, nodes: [verdict(texts.inexact), link, shown]};
    }
  }
  return nearest?.nodes ?? [verdict(texts.missing)];
}

function verdict(text: string, className = 'changed'): Node {
  return element('strong', {className}, `${text} `);
}

function wordsIn(sentence: Element): string[] {
  return wordsOf(sentence.querySelector('bdi, del')?.textContent ?? '');
}

/** Since or until when the toolkit has said a sentence, all of it, the notes of the update, and what it says now. */
function describe(sentence: HTMLElement, link: Node, isWhole: boolean): Node[] {
  const {since = '', until} = sentence.dataset;
  const reason = sentence.querySelector('.dated');
  const update = reason?.querySelector('a')?.hash.slice(1) ?? '';
  const notes = [...(sentence.ownerDocument.getElementById(update)?.childNodes ?? [])];
  for (const repeated of reason?.querySelectorAll('a, br') ?? []) repeated.remove();
  return [
    until === undefined
      ? verdict(fillIn(texts.unchanged, {day: since}), 'same')
      : verdict(fillIn(texts.changed, {day: until})),
    link,
    ...(isWhole ? [] : [element('p', {}, texts.part, ' ', sentence.querySelector('bdi, del')?.textContent ?? '')]),
    ...(reason ? [reason, element('p', {className: 'dated'}, ...notes.map((node) => node.cloneNode(true)))] : []),
  ];
}

/** The addresses of the pages that have most passages of a quotation, best first. */
async function candidates(parts: readonly string[]): Promise<string[]> {
  const at = (part: number) => (form?.dataset.quotations ?? '').replace('*', String(part));
  const read = async (part: number): Promise<PassageFile> => JSON.parse(await load(at(part)));
  const {parts: files} = await read(0);
  const votes = new Map<string, number>();
  for (const passage of parts.flatMap((part) => passagesOf(wordsOf(part)))) {
    const {pages, passages} = await read(passage % files);
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
