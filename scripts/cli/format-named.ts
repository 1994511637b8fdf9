import {listWords, nearest} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/io.ts';

/**
 * The format that was asked for; the first where none was.
 *
 * @throws {ExitError} for one that is not known, naming the nearest that is.
 */
export function formatNamed<Format extends string>(
  asked: string | boolean | undefined,
  formats: readonly [Format, ...Format[]],
): Format {
  const name = String(asked ?? formats[0]);
  const found = formats.find((format) => format === name);
  if (found !== undefined) return found;
  const near = nearest(name, formats);
  throw new ExitError(
    `format \`${name}\` is not known, expected ${listWords(formats)}`,
    near ? `Write \`--format ${near}\`.` : 'Write one of these.',
  );
}
