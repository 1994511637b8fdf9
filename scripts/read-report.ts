import {lstatSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Report} from '../src/content/schemas/report-schema.ts';
import {MAX_REPORT_BYTES, reportSchema} from '../src/content/schemas/report-schema.ts';
import {ExitError} from './io.ts';

const FIX = 'Look at the run that made the report before you do anything with it: its files may come from anybody.';

/**
 * Reads the report from the artefact of another run; `undefined` where that run made none. No word of the file gets
 * into a message, because the log of a job takes commands.
 *
 * @throws {ExitError} where the file is anything but a report within its limits.
 */
export function readReport(folder: string): Report | undefined {
  const file = path.join(folder, 'report.json');
  const stats = lstatSync(file, {throwIfNoEntry: false});
  if (!stats) return undefined;
  if (!stats.isFile()) throw refusal('is no plain file, expected one');
  if (stats.size > MAX_REPORT_BYTES) throw refusal(`has ${stats.size} bytes, expected at most ${MAX_REPORT_BYTES}`);
  const {success, data, error} = reportSchema.safeParse(parse(readFileSync(file)));
  if (success) return data;
  const places = error.issues.slice(0, 5).map((issue) => `\`${['report', ...issue.path].join('.')}\` (${issue.code})`);
  throw refusal(`breaks its schema at ${places.join(', ')}, expected a report as \`npm run check\` writes it`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    throw refusal('cannot be read, expected JSON in UTF-8');
  }
}

function refusal(found: string): ExitError {
  return new ExitError(`the report ${found}`, FIX, 1);
}
