import {styleText} from 'node:util';
import {EXTERNAL_RULES} from '../../src/checks/external-rules.ts';
import {renderGithub} from '../../src/checks/report/render-github.ts';
import {renderJson, toReport} from '../../src/checks/report/render-json.ts';
import {renderMarkdown} from '../../src/checks/report/render-markdown.ts';
import {type RuleDescription, renderSarif} from '../../src/checks/report/render-sarif.ts';
import {type Paint, renderText} from '../../src/checks/report/render-text.ts';
import {ruleOf} from '../../src/checks/rule-set.ts';
import {STRUCTURE_RULES} from '../../src/checks/structure-rules.ts';
import {capitalise} from '../../src/format/text.ts';
import type {Io} from '../../src/fs/io.ts';
import {GENERATED_PAGES} from '../../src/model/pages/generated-pages.ts';
import {addressOf} from '../../src/model/pages/page-id.ts';
import type {Found} from './find-problems.ts';
import {MARKDOWN_MESSAGES} from './lint-markdown.ts';

const MARKDOWNLINT = 'https://github.com/DavidAnson/markdownlint/blob/main/doc';
const REMARK_LINT = 'https://github.com/remarkjs/remark-lint/tree/main/packages';

/** The documentation of a rule, with a link to its reference. `site` is the address of the site, ending in `/`. */
export function describeRule(id: string, site: string | undefined): RuleDescription | undefined {
  const [linter, name = ''] = id.split('/');
  if (linter === 'markdownlint') {
    const [number, rule] = Object.entries(STRUCTURE_RULES).find(([, {name: known}]) => known === name) ?? [];
    return {
      summary: toSentence(rule?.problem ?? name),
      help: number ? `${MARKDOWNLINT}/${number.toLowerCase()}.md` : `${MARKDOWNLINT}/Rules.md`,
    };
  }
  if (linter === 'remark-lint') {
    return {
      summary: toSentence(MARKDOWN_MESSAGES[name]?.problem ?? name),
      help: `${REMARK_LINT}/remark-lint-${name}#readme`,
    };
  }
  const rule = ruleOf(id) ?? EXTERNAL_RULES.find((other) => other.id === id);
  const page = addressOf(GENERATED_PAGES.rules).slice(1);
  return rule && {summary: rule.summary, why: rule.why, ...(site && {help: `${site}${page}#${id}`})};
}

function toSentence(words: string): string {
  return `${capitalise(words)}.`;
}

/** Renders the result of a check in a format. */
type Render = (found: Found, io: Io) => string;

const STYLES = {error: 'red', warning: 'yellow', note: 'cyan', heading: 'bold', quiet: 'gray'} as const;

const paint: Paint = (style, text) => styleText(STYLES[style], text, {validateStream: false});

/** Every report format, by its name on the command line. */
export const FORMATS = {
  text: ({problems}, {stdout}) => renderText(problems, stdout.hasColors?.() ? paint : undefined),
  github: ({problems}) => renderGithub(problems),
  json: (found) => renderJson(toReport(found.problems, found)),
  sarif: ({problems, site}) => renderSarif(problems, (id) => describeRule(id, site)),
  markdown: (found) => renderMarkdown(toReport(found.problems, found)),
} as const satisfies Record<string, Render>;

export type Format = keyof typeof FORMATS;

const REPORT_FILES: Readonly<Record<string, Format>> = {
  'report.json': 'json',
  'report.sarif': 'sarif',
  'report.md': 'markdown',
};

/** The report as files by name, for programs and for the summary of a run. */
export function reportFiles(found: Found, io: Io): Record<string, string> {
  return Object.fromEntries(Object.entries(REPORT_FILES).map(([file, format]) => [file, FORMATS[format](found, io)]));
}
