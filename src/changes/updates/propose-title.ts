import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {updateSchema} from '../../content/schemas/update-schema.ts';
import type {Text} from '../../language/text.ts';
import {sentencesOf} from '../diff/meaning/meaning-tokens.ts';

/** What matters to readers, most important first. */
const BY_WEIGHT: readonly ChangeNote['kind'][] = [
  'correction',
  'page-withdrawn',
  'content-changed',
  'content-removed',
  'page-added',
  'case-study-added',
  'content-added',
  'page-moved',
];

/**
 * Proposes a title: the first sentence of the note that matters most, because it says what is different now. A sentence
 * that is too long, or a title that another update has, gives way to what happened to its page.
 */
export function proposeTitle(
  changes: readonly ChangeNote[],
  titleOf: (id: string) => string,
  isLive: (id: string) => boolean,
  {titles: t}: Text,
  taken: readonly string[],
): string {
  const majors = changes.filter(({significance}) => significance === 'major');
  const ranked = (majors.length > 0 ? majors : changes).toSorted(
    (a, b) => BY_WEIGHT.indexOf(a.kind) - BY_WEIGHT.indexOf(b.kind),
  );
  const proposed = ranked.flatMap(({kind, note, pages: [page = '']}) => {
    const [sentence = ''] = sentencesOf(note);
    const event = (isLive(page) ? t.kinds[kind] : t.removed)({title: titleOf(page)});
    return [sentence.replace(/\.$/, ''), ...(page === '' ? [] : [event])];
  });
  const valid = proposed.filter((title) => updateSchema.shape.title.safeParse(title).success);
  return valid.find((title) => !taken.includes(title)) ?? valid[0] ?? '';
}
