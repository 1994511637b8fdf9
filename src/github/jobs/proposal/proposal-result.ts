import path from 'node:path';
import {z} from 'zod';
import {ExitError} from '../../../fs/exit-error.ts';
import {readArtefact} from '../../read-artefact.ts';

/** The file in which the job that makes a page hands on what it found. */
export const RESULT_FILE = 'proposal.json';

const MOST_BYTES = 1_000_000;

const sentences = z.array(z.string().max(10_000)).max(1000);

/** What one job hands on to the job that may write to GitHub; the texts are shown, and nothing else is done with them. */
const resultSchema = z.strictObject({
  issue: z.int().positive(),
  page: z.string().max(200),
  fields: z
    .array(
      z.strictObject({
        field: z.string().max(100),
        label: z.string().max(1000),
        needed: sentences,
        look: sentences,
        style: sentences,
      }),
    )
    .max(100),
  duplicates: z
    .array(
      z.strictObject({path: z.string().max(1000), title: z.string().max(1000), because: z.array(z.string().max(100))}),
    )
    .max(1000),
  /** The consent as lines of front matter, for a page that an editor has changed. */
  consent: z.string().max(1000).optional(),
});

export type ProposalResult = z.infer<typeof resultSchema>;

/**
 * Reads the result from the artefact of another job.
 *
 * @throws {ExitError} where it is not a result for this issue.
 */
export function readResult(folder: string, issue: number): ProposalResult {
  const result = readArtefact('result', path.join(folder, RESULT_FILE), {
    schema: resultSchema,
    mostBytes: MOST_BYTES,
    writtenBy: 'npm run new -- case-study --from-issue',
  });
  if (result?.issue === issue) return result;
  throw new ExitError(
    `\`${RESULT_FILE}\` is not the result of this proposal, expected one for the issue that started the workflow`,
    'Look at the run that made it, then start the workflow again.',
    {code: 1},
  );
}
