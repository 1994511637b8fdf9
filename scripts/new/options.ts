import {asClause} from '../../src/format/text.ts';
import {GUIDANCE_FOLDERS} from '../../src/model/pages/page-kinds.ts';
import {changeNoteSchema} from '../../src/model/schemas/change-note-schema.ts';

/** The word after `new` for a change note. */
export const NOTE_WORD = 'note';

const NOTE_KEYS = [
  'pages',
  'kind',
  'significance',
  'note',
  'corrects',
  'why',
  'who_is_affected',
  'what_to_do',
  'answers',
] as const;

/** The options of a change note: a key of its schema each, with the schema's own sentence. */
export const NOTE_OPTIONS: Readonly<Record<string, {type: 'string'; help: string}>> = Object.fromEntries(
  NOTE_KEYS.map((key) => [
    key.replaceAll('_', '-'),
    {type: 'string', help: `${asClause(changeNoteSchema.shape[key].description ?? '')} (of a note)`},
  ]),
);

export const NEW_OPTIONS: Readonly<Record<string, {type: 'string'; help: string}>> = {
  under: {type: 'string', help: `the folder of a page: ${GUIDANCE_FOLDERS.join(', ')}`},
  'from-issue': {
    type: 'string',
    help: 'make a case study from a proposal: the file of a GitHub event or of an issue as JSON; `-` reads it from the input',
  },
  write: {type: 'string', help: 'with --from-issue: also write proposal.json into this folder'},
  ...NOTE_OPTIONS,
};
