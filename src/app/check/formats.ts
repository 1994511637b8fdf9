import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {styleText} from 'node:util';
import {count} from '../../format/text.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {renderGithub} from '../../rules/report/render-github.ts';
import {renderJson, toReport} from '../../rules/report/render-json.ts';
import {renderMarkdown} from '../../rules/report/render-markdown.ts';
import {type Paint, renderText} from '../../rules/report/render-text.ts';
import {nextStep, renderCount} from '../../rules/report/sections.ts';
import type {Found} from './find-problems.ts';

/** Renders the result of a check in a format. */
type Render = (found: Found, io: Io) => string;

const STYLES = {error: 'red', warning: 'yellow', note: 'cyan', heading: 'bold', quiet: 'gray'} as const;

const paint: Paint = (style, text) => styleText(STYLES[style], text, {validateStream: false});

/** Every report format, by its name on the command line. */
export const FORMATS = {
  text: ({problems}, {stdout}) => renderText(problems, stdout.hasColors?.() ? paint : undefined),
  github: ({problems}) => renderGithub(problems),
  json: (found) => renderJson(toReport(found.problems, found)),
  markdown: (found) => renderMarkdown(toReport(found.problems, found)),
} as const satisfies Record<string, Render>;

export type Format = keyof typeof FORMATS;

const REPORT_FILES: Readonly<Record<string, Format>> = {
  'report.json': 'json',
  'report.md': 'markdown',
};

/**
 * Writes the report as files, for programs and for the summary of a run, and creates their folder if needed. The next run
 * writes them again, so they need no transaction.
 *
 * @throws {ExitError} for a place that cannot be written.
 */
export async function writeReport(found: Found, folder: string, io: Io): Promise<void> {
  const target = path.resolve(io.cwd, folder);
  try {
    await mkdir(target, {recursive: true});
    for (const [file, format] of Object.entries(REPORT_FILES))
      await writeFile(path.join(target, file), FORMATS[format](found, io));
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new ExitError(`nothing can be written to \`${folder}\` (${code ?? message})`, 'Name another folder.');
  }
}

/** The end of the report: how many problems there are, what was left out, and what to do next. */
export function closingOf({problems, checked, unchanged}: Found, format: Format): string {
  const lines = [renderCount(problems, checked)];
  if (unchanged > 0) {
    lines.push(`${count(unchanged, 'problem')} on lines that did not change left out; \`npm run check\` shows all.`);
  }
  if (format === 'text' && problems.length > 0) lines.push(nextStep(problems));
  return `${lines.join('\n')}\n`;
}
