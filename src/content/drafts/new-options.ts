import {asClause} from '../capitalise.ts';
import {changeNoteSchema} from '../schemas/change-note-schema.ts';
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

/** The options of a case study that was proposed. */
const PROPOSAL_OPTIONS = {
  'from-issue': {
    type: 'string' as const,
    help: 'make a case study from a proposal: the file of a GitHub event or of an issue as JSON; `-` reads it from the input',
  },
  write: {type: 'string' as const, help: 'with --from-issue: also write proposal.json into this folder'},
};

/** The options of `new`: one for each key that a draft asks for, with the schema's own sentence, and the folder of a page. */
export const NEW_OPTIONS: Readonly<Record<string, {type: 'string'; help: string}>> = {
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
