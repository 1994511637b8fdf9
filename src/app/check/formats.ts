import {styleText} from 'node:util';
import {count} from '../../format/text.ts';
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

/** The report as files by name, for programs and for the summary of a run. */
export function reportFiles(found: Found, io: Io): Record<string, string> {
  return Object.fromEntries(Object.entries(REPORT_FILES).map(([file, format]) => [file, FORMATS[format](found, io)]));
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
