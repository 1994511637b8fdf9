import {compareText} from '../problem.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import {changeNoteSchema} from '../schemas/change-note-schema.ts';
import {formOf} from '../schemas/inspect-schema.ts';
import type {Toolkit} from '../toolkit.ts';

const KIND_FORM = formOf(changeNoteSchema.shape.kind);
const KINDS: readonly string[] = KIND_FORM.type === 'term' ? KIND_FORM.terms : [];

/** The waiting notes as changes of an update: by kind, as the schema lists them, then by the name of the file. */
export function collectChanges(notes: Toolkit['notes']): ChangeNote[] {
  return [...notes]
    .sort(
      (a, b) =>
        KINDS.indexOf(a.data.kind) - KINDS.indexOf(b.data.kind) || compareText(a.document.path, b.document.path),
    )
    .map(({data}) => data);
}

/** The ids of all pages that changes name, each once. */
export function namedPages(changes: readonly ChangeNote[]): string[] {
  return [...new Set(changes.flatMap(({pages}) => pages))];
}
