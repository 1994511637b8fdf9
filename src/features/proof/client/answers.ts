/*
 * Whether a quotation reads so on a live page: the same code answers in the browser and in tests of every page.
 */

import {
  linesOf,
  type PassageFile,
  passagesNear,
  passagesOf,
  readAs,
  sentencesIn,
  withoutMarkdown,
  wordsOf,
} from './passages.ts';

export interface Entry {
  text: string;
  key: string;
  /** The days of the updates that brought and removed it; without a day, the page has it now. */
  since: string | undefined;
  until: string | undefined;
  /** How many updates of the page came before it. */
  step: number;
  /** Whether a note about a change says so, which may quote what was wrong. */
  isNote: boolean;
}

/** A piece of the nearest sentence next to the quotation. */
export type Piece = readonly [kind: 'same' | 'ins' | 'del', words: string];

export type Answer =
  | {kind: 'unlike'}
  | {kind: 'same'; page: Page; since: string | undefined; text: string; isWhole: boolean; isNote: boolean}
  /** Of a sentence that is gone, `now` is what is nearest today, and `wasSaid` whether it had the quotation word for word. */
  | {kind: 'near'; page: Page; entry: Entry; pieces: readonly Piece[]; now?: Answer; wasSaid?: boolean};

type Sources = ReturnType<typeof sourcesFrom>;

type Page = Awaited<ReturnType<Sources['page']>>;

/** What answers are found in, each read once; `passages` is the address of their files, `*` for the number. */
export function sourcesFrom(read: (address: string) => Promise<string>, passages: string) {
  const cached = new Map<string, Promise<unknown>>();
  const once = <T>(address: string, parse: (text: string) => T): Promise<T> => {
    const found = cached.get(address) ?? read(address).then(parse);
    cached.set(address, found);
    return found as Promise<T>;
  };
  return {
    passages: (part: number) => once<PassageFile>(passages.replace('*', String(part)), JSON.parse),
    page: (address: string) =>
      once(address, (markup) => {
        const [title = address] = linesOf(/<h1.*?<\/h1>/s.exec(markup)?.[0] ?? '');
        return {address: address.replace(SENTENCES_RE, ''), title, entries: entriesIn(markup, address)};
      }),
  };
}

const SENTENCE_RE =
  /<div class="sentence"(?: data-since="(.*?)")? data-step="(\d+)"(?: data-until="(.*?)")?>\s*<\w+><(?:bdi|del)>(.*?)<\/(?:bdi|del)>/gs;

/** The newest note on a page and its history. */
const NOTES_RE = /<details class="about-page">.*?<\/section>/s;

/** The dated sentences of a page; of any other page what it says, on the day on which it was published if it is an update. */
function entriesIn(markup: string, address: string): Entry[] {
  const entryOf = (text: string, since?: string, step = '0', until?: string, isNote = false): Entry => {
    return {text, key: readAs(text), since, until, step: Number(step), isNote};
  };
  const dated = [...markup.matchAll(SENTENCE_RE)].map(([, since, step, until, words = '']) =>
    entryOf(linesOf(words).join(' '), since, step, until),
  );
  if (dated.length > 0) return dated;
  const day = /<\/h1><p class="published-on" data-since="(.*?)"/.exec(markup)?.[1];
  // What is around the text of an update is older or newer than it.
  const said = day === undefined ? markup : (/<main.*<\/main>/s.exec(markup)?.[0] ?? '');
  const [notes = ''] = NOTES_RE.exec(said) ?? [];
  const isUpdate = address.includes('/updates/');
  const parts: [string, boolean][] = [
    [said.replace(NOTES_RE, ''), isUpdate],
    [notes, true],
  ];
  return parts.flatMap(([part, isNote]) =>
    linesOf(part).flatMap((line) => sentencesIn(line).map((text) => entryOf(text, day, '0', undefined, isNote))),
  );
}

/** Double marks, and single ones that are no apostrophe. */
const MARKED_RE = /[“"]([^“”"]+)[”"]|(?<!\p{L})[‘']([^‘]+?)[’'](?!\p{L})/gu;

/** A figure above its words, as a page shows it: both are one row. */
const FIGURE_LINE_RE = /^(?=.*\p{N})((?:\S+ ){0,3}\S*[^\s.!?:;])\r?\n(?=\p{Lu})(?!.*https?:)/gmu;

/** A figure that ends a text belongs to the words above it. */
const LAST_FIGURE_RE = /(?<=[^\s.!?:;])\r?\n(?=[^\n]*\p{N})(?!.*https?:)(?=(?:\S+ ){0,3}\S+\s*$)/gu;

/** The sentences of a text, and of each phrase in quotation marks in it that can be compared. */
export function quotationsIn(pasted: string): string[] {
  // Paper has the number of its source after each link; a longer one is the year of a judgment.
  const text = pasted
    .replace(/ ?\[\d{1,3}\]/g, '')
    .replace(FIGURE_LINE_RE, '$1 ')
    .replace(LAST_FIGURE_RE, ' ');
  const phrases = [...text.matchAll(MARKED_RE)].flatMap(([, double, single = double]) => single ?? []);
  const sentences = [text, ...phrases.filter(isLong)]
    // The cells of a row that was copied have tabs between them; a line that begins like a sentence is one of its own.
    .flatMap((part) => withoutMarkdown(part).split(/\n\s*\n|(?<=\t.*)\n|\n(?=.*\t|https?:|[\p{Lu}\p{N}"“‘£€$])/u))
    // After a figure that was copied follow the address of its source, and the name and address of the toolkit.
    .filter((part) => !/^[^.!?]*https?:\S+(?: \([^()]*\))?\s*$/.test(part))
    .flatMap((part) => sentencesIn(part.replace(/\s+/g, ' ')))
    .filter((sentence) => wordsOf(sentence).length > 0);
  return [...new Map(sentences.map((sentence) => [withoutEdges(readAs(sentence)), sentence])).values()];
}

/** How many pages are read: more than these have only some of the passages. */
const MAX_PAGES = 5;

/** Fewer words are found only as a whole sentence. */
function isLong(text: string): boolean {
  const {length} = wordsOf(text);
  return length > 5 || (length > 2 && /\p{N}/u.test(text));
}

export async function answerTo(quotation: string, sources: Sources): Promise<Answer> {
  // A figure alone is on many pages.
  if (!/\p{L}/u.test(quotation)) return {kind: 'unlike'};
  const answer = await answerBy(passagesOf, quotation, sources);
  // Who quotes a figure with its words may write a colon between them.
  const row = quotation.replace(/^([^:]*\p{N}[^:]*): /u, '$1 ');
  if (answer.kind !== 'same' && row !== quotation) return answerTo(row, sources);
  return answer.kind === 'unlike' ? answerBy(passagesNear, quotation, sources) : answer;
}

async function answerBy(hashesOf: typeof passagesOf, quotation: string, sources: Sources): Promise<Answer> {
  const parts = quotation.split(GAP_RE).flatMap((part) => withoutEdges(readAs(part)) || []);
  const pages: Page[] = [];
  let second: Extract<Answer, {kind: 'same'}> | undefined;
  for (const address of await candidates(
    parts.flatMap((part) => hashesOf(wordsOf(part))),
    sources,
  )) {
    const page = await sources.page(address);
    pages.push(page);
    const live = page.entries.filter(({until}) => until === undefined);
    const place = findParts(live, parts);
    if (!place) continue;
    const found = live.slice(place[0], place[1] + 1);
    const {since} = found.reduce((a, b) => (b.step > a.step ? b : a));
    const text = found.map((entry) => entry.text).join(' ');
    const isWhole = withoutEdges(readAs(text)) === parts.join();
    const isNote = found.some((entry) => entry.isNote);
    const answer = {kind: 'same', page, since, text, isWhole, isNote} as const;
    if (since !== undefined && !isNote) return answer;
    if (!second || (second.isNote && !isNote)) second = answer;
  }
  return second ?? nearest(quotation, pages);
}

function nearest(quotation: string, pages: readonly Page[]): Answer {
  const words = wordsOf(quotation);
  let best: {score: number; answer: Answer} = {score: 0.5, answer: {kind: 'unlike'}};
  for (const page of pages) {
    for (const entry of page.entries) {
      // Comparing in order takes long, and cannot find more words.
      if (words.filter((word) => entry.key.includes(word)).length / words.length <= best.score) continue;
      const {share, pieces} = compareWords(quotation, entry.text);
      // Of equally near sentences, one that the page has now is nearer, and then a shorter one. A note may quote what was
      // wrong, and what has no figure is not what a figure was quoted from.
      const isOther = entry.isNote || (/\p{N}/u.test(quotation) && !/\p{N}/u.test(entry.key));
      const worse = (entry.until === undefined ? 0 : 0.02) + (isOther ? 0.2 : 0);
      const score = share - worse - entry.text.length / 1e6;
      if (score > best.score) best = {score, answer: {kind: 'near', page, entry, pieces}};
    }
  }
  const {answer} = best;
  if (answer.kind !== 'near' || answer.entry.until === undefined) return answer;
  const wasSaid = find(answer.entry.key, withoutEdges(readAs(quotation)), 0) >= 0;
  const isLive = ({until, isNote}: Entry) => until === undefined && !isNote;
  const live = pages.map((page) => ({...page, entries: page.entries.filter(isLive)}));
  return {...answer, wasSaid, now: nearest(quotation, live)};
}

/** Where a quotation leaves words out. */
const GAP_RE = /\s*[[(]?(?:\.{3,}|…)[\])]?\s*/;

/** A quotation may end before the sentence does. */
function withoutEdges(text: string): string {
  return text.replace(/^(?:["'([\s]|[.,;:]+\s)+|["')\].,;:\s]+$/g, '');
}

/**
 * The first and last of the sentences that have the parts of a quotation in their order. With words left out, those are one
 * sentence, or two that follow each other.
 */
function findParts(sentences: readonly Entry[], [part = '', ...rest]: readonly string[]): [number, number] | undefined {
  const text = sentences.map(({key}) => key).join(' ');
  const starts = [0];
  for (const {key} of sentences) starts.push((starts.at(-1) ?? 0) + key.length + 1);
  const sentenceAt = (position: number) => starts.findLastIndex((start) => start <= position);
  for (let at = find(text, part, 0); part && at >= 0; at = find(text, part, at + 1)) {
    let end = at + part.length;
    for (const next of rest) {
      const place = find(text, next, end);
      if (place < 0) return undefined;
      end = place + next.length;
    }
    const [first, last] = [sentenceAt(at), sentenceAt(end - 1)];
    if (rest.length === 0 || last - first < 2) return [first, last];
  }
  return undefined;
}

/** Where whole words are in a text: a figure has its sign and unit, and a question its mark. */
function find(text: string, part: string, from: number): number {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    const [before, after] = [text.slice(Math.max(0, at - EDGE), at), text.slice(end, end + EDGE)];
    if (/(?:^|\s)["'([]*$/.test(before) && /^["')\].,;:]*(?:\s|$)/.test(after)) return at;
  }
  return -1;
}

/** How many characters may be between a quotation and the next space. */
const EDGE = 6;

/** How much of a quotation is in a sentence, in its order, and what differs. */
function compareWords(quotation: string, sentence: string): {share: number; pieces: Piece[]} {
  const [old, now] = [quotation, sentence].map((text) => text.split(/\s+/)) as [string[], string[]];
  const [oldKeys, nowKeys] = [old.map(keyOf), now.map(keyOf)];
  // How many words the rest of both have in common, from each word on.
  const common = [...old, ''].map(() => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (const i of [...old.keys()].reverse()) {
    for (const j of [...now.keys()].reverse()) {
      (common[i] as number[])[j] =
        oldKeys[i] === nowKeys[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  for (let [i, j] = [0, 0]; i < old.length || j < now.length; ) {
    const kind = oldKeys[i] === nowKeys[j] ? 'same' : i < old.length && at(i + 1, j) >= at(i, j + 1) ? 'del' : 'ins';
    pieces.push([kind, (kind === 'del' ? old[i] : now[j]) ?? '']);
    if (kind !== 'ins') i += 1;
    if (kind !== 'del') j += 1;
  }
  return {share: at(0, 0) / old.length, pieces};
}

function keyOf(word: string): string {
  return withoutEdges(readAs(word)) || word;
}

const SENTENCES_RE = /sentences\/$/;

/** The addresses of the pages that have most passages of a quotation, best first; of each its sentences, then what else it shows. */
async function candidates(hashes: readonly number[], {passages}: Sources): Promise<string[]> {
  const {parts: files, pages} = await passages(0);
  const votes = new Map<number, number>();
  for (const passage of new Set(hashes)) {
    const places = (await passages(passage % files)).passages[passage.toString(36)] ?? [];
    // What many pages have says little.
    for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1 / places.length);
  }
  // Lists repeat what a page says, and only the sentences of the page have days.
  const weightOf = ([place, vote]: [number, number]) => vote * (SENTENCES_RE.test(pages[place] ?? '') ? 1 : 0.75);
  const best = [...votes].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MAX_PAGES);
  return [...new Set(best.flatMap(([place]) => [pages[place] ?? '', (pages[place] ?? '').replace(SENTENCES_RE, '')]))];
}
