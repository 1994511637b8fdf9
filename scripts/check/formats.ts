import {styleText} from 'node:util';
import {renderGithub} from '../../src/content/report/render-github.ts';
import {renderJson, toReport} from '../../src/content/report/render-json.ts';
import {renderMarkdown} from '../../src/content/report/render-markdown.ts';
import {renderSarif} from '../../src/content/report/render-sarif.ts';
import type {Paint} from '../../src/content/report/render-text.ts';
import {renderText} from '../../src/content/report/render-text.ts';
import type {Io} from '../io.ts';
import {describeRule} from './describe-rule.ts';
import type {Found} from './find-problems.ts';

/** Turns what was found into the text of a format. */
type Render = (found: Found, io: Io) => string;

const STYLES = {error: 'red', warning: 'yellow', note: 'cyan', heading: 'bold', quiet: 'gray'} as const;

const paint: Paint = (style, text) => styleText(STYLES[style], text, {validateStream: false});

/** Every format of the report, by its name on the command line. */
export const FORMATS = {
  text: ({problems}, {stdout}) => renderText(problems, stdout.hasColors?.() ? paint : undefined),
  github: ({problems}) => renderGithub(problems),
  json: (found) => renderJson(toReport(found.problems, found)),
  sarif: ({problems, site}) => renderSarif(problems, (id) => describeRule(id, site)),
  markdown: (found) => renderMarkdown(toReport(found.problems, found)),
} as const satisfies Record<string, Render>;

export type Format = keyof typeof FORMATS;

/** The names, the one that is meant where none is said first. */
export const FORMAT_NAMES = Object.keys(FORMATS) as [Format, ...Format[]];

const REPORT_FILES: Readonly<Record<string, Format>> = {
  'report.json': 'json',
  'report.sarif': 'sarif',
  'report.md': 'markdown',
};

/** The report as files, for programs and for the summary of a run, by name. */
export function reportFiles(found: Found, io: Io): Record<string, string> {
  return Object.fromEntries(Object.entries(REPORT_FILES).map(([file, format]) => [file, FORMATS[format](found, io)]));
}
