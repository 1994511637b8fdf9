import {compareText} from '../../content/problem.ts';
import {type ChangeNote, changeNoteSchema} from '../../content/schemas/change-note-schema.ts';
import {formOf} from '../../content/schemas/inspect-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';

const KIND_FORM = formOf(changeNoteSchema.shape.kind);
const KINDS: readonly string[] = KIND_FORM.type === 'term' ? KIND_FORM.terms : [];

/**
 * Turns waiting notes into changes of an update, sorted by kind in the order of the schema, then by file name. What only
 * editors need before they publish is left out.
 */
export function collectChanges(notes: Toolkit['notes']): ChangeNote[] {
  return [...notes]
    .sort(
      (a, b) =>
        KINDS.indexOf(a.data.kind) - KINDS.indexOf(b.data.kind) || compareText(a.document.path, b.document.path),
    )
    .map(({data: {not_before: _day, covers: _covers, not_told: _reasons, ...change}}) => change);
}

export function namedPages(changes: readonly ChangeNote[]): string[] {
  return [...new Set(changes.flatMap(({pages}) => pages))];
}
