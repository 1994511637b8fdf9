import {listWords, nearest} from '../../src/content/nearest.ts';
import type {DifferingAnswer} from '../../src/content/proposals/differing-answers.ts';
import {ExitError} from '../io.ts';

/**
 * The fields whose answers somebody wants in the page, from `--take why,place`.
 *
 * @param differing the answers that the page does not have; `undefined` where there is no page yet
 * @param known the fields of the form
 * @throws {ExitError} for a field whose answer does not differ, with those that do.
 */
export function fieldsToTake(
  take: string | boolean | undefined,
  differing: readonly DifferingAnswer[] | undefined,
  known: readonly string[],
): string[] {
  if (take === undefined) return [];
  if (!differing) {
    throw new ExitError(
      'option `--take` is given and there is no page yet, expected one that an earlier answer became',
      'Leave it out: every answer goes into the page that is made.',
    );
  }
  const valid = differing.map(({field}) => field);
  const fields = [...new Set(String(take).split(/[,\s]+/))].filter((field) => field !== '');
  const stray = fields.find((field) => !valid.includes(field));
  if (stray === undefined && fields.length > 0) return fields;
  if (valid.length === 0) {
    throw new ExitError('no answer differs from the page, expected one to take', 'Leave `--take` out.');
  }
  if (stray !== undefined && known.includes(stray)) {
    throw new ExitError(
      `option \`--take\` holds \`${stray}\`, and the page says what was answered there already; expected fields whose answers differ`,
      'Leave it out: there is nothing to take.',
    );
  }
  const near = stray === undefined ? undefined : nearest(stray, valid);
  throw new ExitError(
    `option \`--take\` holds \`${stray ?? take}\`, expected fields whose answers differ: ${listWords(valid, valid.length)}`,
    near ? `Write \`${near}\`, the nearest of these.` : 'Name some of these, with commas between them.',
  );
}
