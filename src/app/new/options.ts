import {changeNoteSchema} from '../../content/schemas/change-note-schema.ts';
import {formOf} from '../../content/schemas/inspect-schema.ts';
import {asClause} from '../../format/text.ts';
import type {OptionValues} from '../../io/cli/command-types.ts';

/** The word after `new` for a change note. */
export const NOTE_WORD = 'note';

/** An option for a key of a change note; the schema describes it. */
function noteOption(key: keyof typeof changeNoteSchema.shape) {
  const schema = changeNoteSchema.shape[key];
  const form = formOf(schema);
  const choices = form.type === 'term' ? `: ${form.terms.join(', ')}` : '';
  return {type: 'string', help: `${asClause(schema.description ?? '')}${choices} (of a note)`} as const;
}

export const NOTE_OPTIONS = {
  pages: noteOption('pages'),
  kind: noteOption('kind'),
  significance: noteOption('significance'),
  note: noteOption('note'),
  corrects: noteOption('corrects'),
  why: noteOption('why'),
  'who-is-affected': noteOption('who_is_affected'),
  'what-to-do': noteOption('what_to_do'),
  answers: noteOption('answers'),
  covers: {
    type: 'string',
    help: 'changes that the note describes in other words, separated by semicolons; `all` for every one (of a note)',
  },
  'not-before': noteOption('not_before'),
} as const;

export const NEW_OPTIONS = {
  under: {type: 'string', help: 'the folder of a page in docs/, such as reference'},
  ...NOTE_OPTIONS,
} as const;

export type NewOptions = OptionValues<typeof NEW_OPTIONS>;
