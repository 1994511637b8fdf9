import {unitsIn} from '../../changes/diff/diff-pages.ts';
import {nameOf, type Profile, profileOf, shareOf, type Token} from '../../changes/diff/units/token.ts';
import {normalise, tokenise} from '../../changes/diff/units/tokenise.ts';
import {remember} from '../../content/memo.ts';
import type {SourceDocument} from '../../content/source-document.ts';

/** A sentence, heading or row of a table as read. */
interface Sentence {
  isHeading: boolean;
  text: string;
  /** The addresses of the other sites to which it links. */
  sources: readonly string[];
}

/** A sentence with the updates between which a page had it. */
export interface DatedSentence extends Sentence {
  /** The update that brought it. */
  since: string;
  /** The update that removed it, or replaced it with `now`. */
  until?: string;
  before?: DatedSentence;
  now?: DatedSentence;
}

/** A sentence with at least this share of its words in a new one was replaced by it. */
const AKIN = 0.5;

/**
 * Every sentence that a page ever had: those of the newest text in its order, and those that are gone, newest first.
 *
 * @param texts the published texts, oldest first
 */
export function dateSentences(texts: readonly {slug: string; document: () => SourceDocument}[]) {
  let current: DatedSentence[] = [];
  const gone: DatedSentence[] = [];
  for (const {slug, document} of texts) {
    const left = Map.groupBy(current, ({text}) => normalise(text));
    const next = sentencesOf(document()).map((sentence): DatedSentence => {
      const same = left.get(normalise(sentence.text))?.shift();
      // Its source may be another one now.
      return same ? Object.assign(same, sentence) : {...sentence, since: slug};
    });
    const removed = [...left.values()].flat();
    pair(
      removed,
      next.filter(({since}) => since === slug),
    );
    for (const sentence of removed) sentence.until = slug;
    gone.unshift(...removed);
    current = next;
  }
  return {current, gone};
}

/** With more, a page was rewritten, and comparing each sentence with each takes seconds. */
const MAX_PAIRS = 100_000;

/** Pairs each sentence that is gone with the most similar new one. */
function pair(removed: readonly DatedSentence[], added: readonly DatedSentence[]): void {
  if (removed.length * added.length > MAX_PAIRS) return;
  const profiles = new Map(
    [...removed, ...added].map((sentence): [DatedSentence, Profile] => [sentence, profileOf(tokenise(sentence.text))]),
  );
  const pairs = removed.flatMap((before) =>
    added.map((now) => ({before, now, share: shareOf(profiles.get(before) as Profile, profiles.get(now) as Profile)})),
  );
  for (const {before, now, share} of pairs.sort((a, b) => b.share - a.share)) {
    if (share < AKIN) break;
    if (before.now || now.before) continue;
    before.now = now;
    now.before = before;
  }
}

const SENTENCES = new Intl.Segmenter('en', {granularity: 'sentence'});

/** The sentences of a page, its facts and its charts included: everything that a difference shows. */
function sentencesOf(page: SourceDocument): Sentence[] {
  const {frontMatter, body} = page;
  return remember('sentences', [JSON.stringify(frontMatter), body], () =>
    unitsIn(page, {})
      .flatMap(({part, grid, tokens}) =>
        (grid ? grid.map(joinCells) : split(tokens)).map((some) => ({
          isHeading: part === 'heading',
          text: nameOf(some),
          sources: some.flatMap(({what, text}) => (what === 'link' ? (SOURCE_RE.exec(text)?.[1] ?? []) : [])),
        })),
      )
      .filter(({text}) => text !== ''),
  );
}

/** The address of another site, as the token of a link has it. */
const SOURCE_RE = /^\((https?:\/\/[^\s)]+)/;

function joinCells(row: readonly (readonly Token[])[]): Token[] {
  return row.flatMap(([first, ...rest]) => (first ? [CELL, {...first, isSpaced: true}, ...rest] : [])).slice(1);
}

const CELL: Token = {text: '·', key: '·', what: 'words', isSpaced: true, marks: []};

/** The tokens of each sentence of a paragraph. */
function split(tokens: readonly Token[]): Token[][] {
  const ends = [...SENTENCES.segment(nameOf(tokens))].map(({index, segment}) => index + segment.trimEnd().length);
  const sentences: Token[][] = ends.map(() => []);
  let at = 0;
  let length = 0;
  for (const token of tokens) {
    // As `nameOf` joins them.
    if (token.what !== 'link') length += token.text.length + (token.isSpaced && length > 0 ? 1 : 0);
    while (at < ends.length - 1 && length > (ends[at] ?? 0)) at += 1;
    sentences[at]?.push(token);
  }
  return sentences;
}
