import {element} from '../../../site/client/element.ts';
import {fillIn} from '../../../site/client/messages.ts';
import {type Answer, answerTo, entriesIn, type Piece, pageOf, quotationsIn, type Sources} from './answers.ts';
import {linesOf} from './passages.ts';

type Texts = Readonly<
  Record<'checking' | 'same' | 'sameNow' | 'part' | 'near' | 'nearUntil' | 'unlike' | 'failed', string>
>;

const form = document.querySelector<HTMLFormElement>('[data-quotations]');
const results = document.querySelector<HTMLElement>('[data-quotation-results]');
const {lang: language} = document.documentElement;
const texts: Texts = JSON.parse(form?.dataset.texts ?? '{}');

/** What is loaded once for all quotations, by its address. */
const loaded = new Map<string, Promise<unknown>>();

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  results?.replaceChildren(texts.checking);
  const work = quotationsIn(form.querySelector('textarea')?.value ?? '').map(async (quotation) => {
    const found = await answerTo(quotation, sources).then(describe, () => [verdict(texts.failed)]);
    return element('li', {}, element('blockquote', {textContent: quotation}), ...found);
  });
  results?.replaceChildren(element('ol', {className: 'quotations'}, ...(await Promise.all(work))));
});

const titles = new Map<string, string>();

const sources: Sources = {
  passages: (part) =>
    load((form?.dataset.quotations ?? '').replace('*', String(part)), async (answer) => answer.json()),
  entries: (address) =>
    load(address, async (answer) => {
      const markup = await answer.text();
      titles.set(address, linesOf(/<h1.*?<\/h1>/s.exec(markup)?.[0] ?? address).join());
      return entriesIn(markup);
    }),
};

/** The answer, the page, and the sentence there: all of it, or with what differs from the quotation. */
function describe(answer: Answer): Node[] {
  if (answer.kind === 'unlike') return [verdict(texts.unlike)];
  const {address} = answer;
  const link = element('a', {href: pageOf(address), textContent: titles.get(address) ?? address});
  if (answer.kind === 'near') {
    const {until} = answer.entry;
    const text = until === undefined ? texts.near : fillIn(texts.nearUntil, {day: until});
    return [verdict(text), link, element('p', {}, ...answer.pieces.flatMap(mark))];
  }
  const {since: day = new Date().toLocaleDateString(language, {dateStyle: 'long'})} = answer;
  const text = fillIn(answer.since === undefined ? texts.sameNow : texts.same, {day});
  return [verdict(text, 'same'), link, ...(answer.isWhole ? [] : [element('p', {}, `${texts.part} ${answer.text}`)])];
}

function mark([kind, words]: Piece): (Node | string)[] {
  return [kind === 'same' ? words : element(kind, {textContent: words}), ' '];
}

function verdict(text: string, className = 'changed'): Node {
  return element('strong', {className}, `${text} `);
}

function load<T>(address: string, read: (answer: Response) => Promise<T>): Promise<T> {
  const request =
    loaded.get(address) ??
    fetch(address).then((answer) => {
      // A server that is busy says nothing about what the page says.
      if (!answer.ok) loaded.delete(address);
      return answer.ok ? read(answer) : Promise.reject(answer.status);
    });
  loaded.set(address, request);
  return request as Promise<T>;
}
