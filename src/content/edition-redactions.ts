import type {EditionRedaction} from './schemas/edition-schema.ts';

/** A redaction as readers of one page of an edition are told of it. */
export interface ToldRedaction extends Pick<EditionRedaction, 'on' | 'update' | 'why'> {
  /** Words of this page, or whole pages of the edition. */
  what: 'words' | 'pages';
  /** How many pages went. */
  count: number;
}

/** What was taken out of a page of an edition, oldest first; its front page also says which pages went whole. */
export function redactionsOf(redactions: readonly EditionRedaction[], pageId: string): ToldRedaction[] {
  return redactions.flatMap(({on, update, why, pages, removed = []}) => {
    const told = {on, update, why};
    return [
      ...(pages.includes(pageId) ? [{...told, what: 'words' as const, count: 0}] : []),
      ...(pageId === 'index' && removed.length > 0 ? [{...told, what: 'pages' as const, count: removed.length}] : []),
    ];
  });
}
