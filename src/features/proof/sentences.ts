import {unitsIn} from '../../changes/diff/diff-pages.ts';
import {joinTokens, nameOf, type Profile, profileOf, shareOf, type Token} from '../../changes/diff/units/token.ts';
import {normalise, tokenise} from '../../changes/diff/units/tokenise.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {sentencesIn} from './client/passages.ts';

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
  now?: DatedSentence | undefined;
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
  let written = '';
  for (const {slug, document} of texts) {
    const page = document();
    const older = written;
    // Most live pages read as they were published.
    written = JSON.stringify([page.frontMatter, page.body]);
    if (written === older) continue;
    const left = Map.groupBy(current, ({text}) => normalise(text));
    const next = sentencesOf(page).map((sentence): DatedSentence => {
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
    // What only a waiting text removes has no day yet.
    if (slug !== '') gone.unshift(...removed);
    current = next;
  }
  // What replaced it may be gone too.
  for (const sentence of gone) while (sentence.now?.until !== undefined) sentence.now = sentence.now.now;
  return {current, gone};
}

/** With more, a page was rewritten, and comparing each sentence with each takes seconds. */
const MAX_PAIRS = 100_000;

/** Pairs each sentence that is gone with the most similar new one. */
function pair(removed: readonly DatedSentence[], added: readonly DatedSentence[]): void {
  const pairCount = removed.length * added.length;
  if (pairCount === 0 || pairCount > MAX_PAIRS) return;
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

/** The sentences of a page, its facts and its charts included: everything that a difference shows. */
function sentencesOf(page: SourceDocument): Sentence[] {
  return unitsIn(page, {})
    .flatMap(({part, grid, tokens}) =>
      (grid ? grid.map(joinCells) : split(tokens)).map((some) => ({
        isHeading: part === 'heading',
        text: nameOf(some),
        sources: some.flatMap(({what, text}) => (what === 'link' ? (SOURCE_RE.exec(text)?.[1] ?? []) : [])),
      })),
    )
    .filter(({text}) => text !== '');
}

/** The address of another site, as the token of a link has it. */
const SOURCE_RE = /^\((https?:\/\/[^\s)]+)/;

const CELL: Token = {text: '·', key: '·', what: 'words', isSpaced: true, marks: []};

function joinCells(row: readonly (readonly Token[])[]): Token[] {
  const filled = row.filter(({length}) => length > 0);
  return joinTokens(filled, CELL);
}

/** The tokens of each sentence of a paragraph, with the links at its end. */
function split(tokens: readonly Token[]): Token[][] {
  const left = [...tokens];
  return sentencesIn(nameOf(tokens)).map(({length}) => {
    const sentence: Token[] = [];
    while (left[0] && (left[0].what === 'link' || nameOf(sentence).length < length))
      sentence.push(...left.splice(0, 1));
    return sentence;
  });
}
