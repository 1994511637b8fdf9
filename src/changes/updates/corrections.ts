import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {EditionRedaction} from '../../content/schemas/record-schemas.ts';
import type {Update} from '../../content/schemas/update-schema.ts';

/** A published note that corrects an earlier update, or the text of an edition. */
export interface Correction extends Pick<ChangeNote, 'note' | 'pages' | 'corrects' | 'editions'> {
  update: string;
  published: Update['published'];
}

export function correctionsOf(updates: readonly Update[]): Correction[] {
  return updates.flatMap(({slug, published, changes}) =>
    changes
      .filter(({corrects, editions}) => corrects !== undefined || editions !== undefined)
      .map(({note, pages, corrects, editions}) => ({
        update: slug,
        published,
        note,
        pages,
        ...(corrects !== undefined && {corrects}),
        ...(editions && {editions}),
      })),
  );
}

/** The corrections of one change of an update, counted from 1, or of the update as a whole. */
export function correctionsTo(corrections: readonly Correction[], slug: string, nth?: number): Correction[] {
  const target = nth === undefined ? slug : `${slug}#${nth}`;
  return corrections.filter(({corrects}) => corrects === target);
}

/** The errata of a page of an edition. Its front page has those of all its pages. */
export function errataOf(corrections: readonly Correction[], edition: string, pageId: string): Correction[] {
  return corrections.filter(
    ({editions, pages}) => editions?.includes(edition) && (pageId === 'index' || pages.includes(pageId)),
  );
}

interface PageRedaction extends Pick<EditionRedaction, 'on' | 'update' | 'why'> {
  /** Whether text of this page was removed, or whole pages of the edition. */
  what: 'words' | 'pages';
  count: number;
}

/** The redactions of a page of an edition, oldest first. Its front page also includes pages removed as a whole. */
export function redactionsOf(redactions: readonly EditionRedaction[], pageId: string): PageRedaction[] {
  return redactions.flatMap(({on, update, why, pages, removed = []}) => {
    const base = {on, update, why};
    return [
      ...(pages.includes(pageId) ? [{...base, what: 'words' as const, count: 0}] : []),
      ...(pageId === 'index' && removed.length > 0 ? [{...base, what: 'pages' as const, count: removed.length}] : []),
    ];
  });
}
