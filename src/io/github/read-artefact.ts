import {lstatSync, readFileSync} from 'node:fs';
import type {z} from 'zod';
import {ExitError} from '../cli/exit-error.ts';

/**
 * Reads a JSON file that another job left; `undefined` if there is none. The file is not trusted: messages quote nothing
 * from it, because the log of a job understands commands.
 *
 * @param what names it in messages, `report`
 * @throws {ExitError} with code 1 if it is not a plain file within its limits.
 */
export function readArtefact<Schema extends z.ZodType>(
  what: string,
  file: string,
  {schema, mostBytes, writtenBy}: {schema: Schema; mostBytes: number; writtenBy: string},
): z.infer<Schema> | undefined {
  const fix = 'Check the run that made it before you use it: its files are not trusted.';
  const refusal = (found: string) => new ExitError(`the ${what} ${found}`, fix, {code: 1});
  const stats = lstatSync(file, {throwIfNoEntry: false});
  if (!stats) return undefined;
  if (!stats.isFile()) throw refusal('is not a plain file');
  if (stats.size > mostBytes) throw refusal(`has ${stats.size} bytes, expected at most ${mostBytes}`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(file)));
  } catch {
    throw refusal('cannot be read, expected JSON in UTF-8');
  }
  const {success, data, error} = schema.safeParse(json);
  if (success) return data;
  const places = error.issues.slice(0, 5).map((issue) => `\`${[what, ...issue.path].join('.')}\` (${issue.code})`);
  throw refusal(`breaks its schema at ${places.join(', ')}, expected one written by \`${writtenBy}\``);
}
