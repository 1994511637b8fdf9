import {element} from '../../../site/client/element.ts';
import {fillIn} from '../../../site/client/messages.ts';
import {type Answer, answerTo, type Piece, quotationsIn, sourcesFrom} from './answers.ts';

const form = document.querySelector<HTMLFormElement>('[data-quotations]');
const results = document.querySelector<HTMLElement>('[data-quotation-results]');
const {lang: language} = document.documentElement;
const texts: Readonly<
  Record<
    | 'checking'
    | 'same'
    | 'sameNow'
    | 'note'
    | 'sameUntil'
    | 'changed'
    | 'part'
    | 'near'
    | 'nearNow'
    | 'nearNote'
    | 'otherFigure'
    | 'nearUntil'
    | 'unlike'
    | 'failed',
    string
  >
> = JSON.parse(form?.dataset.texts ?? '{}');

form?.querySelector('button')?.removeAttribute('disabled');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  results?.replaceChildren(texts.checking);
  const sources = sourcesFrom(load, form.dataset.quotations ?? '');
  const work = quotationsIn(form.querySelector('textarea')?.value ?? '').map(async (quotation) => {
    const found = await answerTo(quotation, sources).then(describe, () => [verdict(texts.failed)]);
    return element('li', {}, element('blockquote', {textContent: quotation}), ...found);
  });
  results?.replaceChildren(element('ol', {className: 'quotations'}, ...(await Promise.all(work))));
});

async function load(address: string): Promise<string> {
  const answer = await fetch(address);
  // A server that is busy says nothing about what the page says.
  return answer.ok ? answer.text() : Promise.reject(answer.status);
}

/** The answer, the page, and the sentence there: all of it, or with what differs from the quotation. */
function describe(answer: Answer): Node[] {
  if (answer.kind === 'unlike') return [verdict(texts.unlike)];
  const link = element('a', {href: answer.page.address, textContent: answer.page.title});
  if (answer.kind === 'near') {
    const {entry, now, wasSaid, pieces} = answer;
    const {until: day = ''} = entry;
    const words = (near: readonly Piece[]) => element('p', {}, ...near.flatMap(mark));
    const isOtherFigure = pieces.some(([kind, word]) => kind === 'del' && /\p{N}/u.test(word));
    const near = entry.isNote ? texts.nearNote : isOtherFigure ? texts.otherFigure : texts.near;
    if (!now) return [verdict(near), link, words(pieces)];
    const changes = element('a', {href: `${answer.page.address}#page-updates`, textContent: texts.changed});
    return [
      verdict(fillIn(wasSaid ? texts.sameUntil : texts.nearUntil, {day})),
      link,
      ...(wasSaid ? [] : [words(pieces)]),
      ...(now.kind === 'near' ? [element('p', {}, texts.nearNow), words(now.pieces)] : []),
      element('p', {}, changes),
    ];
  }
  const {since: day = new Date().toLocaleDateString(language, {dateStyle: 'long'})} = answer;
  const text = answer.isNote ? texts.note : fillIn(answer.since === undefined ? texts.sameNow : texts.same, {day});
  return [
    verdict(text, answer.isNote ? 'note' : 'same'),
    link,
    ...(answer.isWhole ? [] : [element('p', {}, `${texts.part} ${answer.text}`)]),
  ];
}

function mark([kind, words]: Piece): (Node | string)[] {
  return [kind === 'same' ? words : element(kind, {textContent: words}), ' '];
}

function verdict(text: string, className = 'changed'): Node {
  return element('strong', {className}, `${text} `);
}
