import {changeNoteSchema} from '../schemas/change-note-schema.ts';
import {asClause} from './as-clause.ts';
import {askedKeys, UNASKED} from './asked-keys.ts';
import {GUIDANCE_FOLDERS, PAGE_KINDS, schemaOf} from './page-kinds.ts';

/** The word after `new` for a change note. */
export const NOTE_WORD = 'note';

/** The options of a change note; what it says is asked for by the schema's own sentences. */
const NOTE_OPTIONS = Object.fromEntries(
  (
    ['pages', 'kind', 'significance', 'note', 'corrects', 'why', 'who_is_affected', 'what_to_do', 'answers'] as const
  ).map((key) => [
    key.replaceAll('_', '-'),
    {type: 'string' as const, help: `${asClause(changeNoteSchema.shape[key].description ?? '')} (of a note)`},
  ]),
);

/** The options of a case study that somebody proposed. */
const PROPOSAL_OPTIONS = {
  'from-issue': {
    type: 'string' as const,
    help: 'make a case study of a proposal: the file of a GitHub event, of an issue or answers as JSON, or of an e-mail; `-` reads it from the input',
  },
  take: {
    type: 'string' as const,
    help: 'with --from-issue, where the page is there already: write the answers to these fields into it, with commas between them',
  },
  'record-only': {
    type: 'boolean' as const,
    help: 'with --from-issue: write the record of the proposal alone, so that readers can see where it stands',
  },
};

/** The options of `new`: one for each key that a draft asks for, with the schema's own sentence, and the folder of a page. */
export const NEW_OPTIONS: Readonly<Record<string, {type: 'string' | 'boolean'; help: string}>> = {
  under: {type: 'string', help: `the folder of a page: ${GUIDANCE_FOLDERS.join(', ')}`},
  ...PROPOSAL_OPTIONS,
  ...NOTE_OPTIONS,
  ...Object.fromEntries(
    PAGE_KINDS.toReversed()
      .flatMap((kind) => askedKeys(schemaOf(kind)))
      .map(({key, option, description, writtenAs}) => [
        option,
        {
          type: 'string' as const,
          help: [asClause(description), writtenAs && `(${writtenAs})`, UNASKED[key] && `(${UNASKED[key]})`]
            .filter(Boolean)
            .join(' '),
        },
      ]),
  ),
};
