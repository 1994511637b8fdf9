import {stringify} from 'yaml';
import {unwrittenText} from '../../content/pages/page-kinds.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {MeaningChange} from '../diff/meaning/meaning-tokens.ts';
import type {ChangedPage} from './changed-pages.ts';

export function proposedKind(changed: readonly ChangedPage[]): ChangeNote['kind'] {
  const isStudy = ({page}: ChangedPage) => page.document.path.startsWith('docs/case-studies/');
  if (changed.every(({diff}) => diff.kind === 'added')) {
    return changed.every(isStudy) ? 'case-study-added' : 'page-added';
  }
  if (changed.some(({page}) => page.data.withdrawn)) return 'page-withdrawn';
  const edits = changed.flatMap(({diff}) => diff.edits);
  if (edits.every(({kind}) => kind === 'added')) return 'content-added';
  return edits.every(({kind}) => kind === 'removed') ? 'content-removed' : 'content-changed';
}

/** The front matter of a note that lacks only its sentence to readers: minor, if nothing that they act on has changed. */
export function renderNoteDraft(significance: ChangeNote['significance']): string {
  // In a block, colons and quotation marks need no escapes.
  const sentence = unwrittenText('what readers need to know, in one to three sentences.');
  return `changes:\n  - significance: ${significance}\n    note: >-\n      ${sentence}`;
}

/** As many changes as fit into a comment. */
const MAX_NAMED = 15;

/** The lines of a note that name changes, each with its section as a comment. */
export function renderCovers(changes: readonly MeaningChange[]): string {
  const items = changes.slice(0, MAX_NAMED).map(({id, where}) => {
    const [line = ''] = stringify([id], {lineWidth: 0}).split('\n');
    const section = where.at(-1)?.replace(/\s+/g, ' ');
    return `  ${line}${section === undefined || id.includes(section) ? '' : ` # ${section}`}`;
  });
  const more = changes.length - items.length;
  return ['covers:', ...items, ...(more > 0 ? [`  # and ${more} more`] : [])].join('\n');
}
