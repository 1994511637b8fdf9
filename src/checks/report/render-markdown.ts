import type {ListItem} from 'mdast';
import {code, codeBlock, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {count} from '../../format/text.ts';
import {renderPlace, SEVERITIES} from '../../model/problem.ts';
import type {Report, ReportedProblem} from './report-schema.ts';
import {nextStepOnGitHub, severityTitle} from './sections.ts';

/** Keeps the summary readable, and below GitHub's limit of 1 MiB. */
const MOST_OF_EACH = 100;

/** Renders a report as Markdown for the summary of a run, the worst problems first. */
export function renderMarkdown(report: Report): string {
  const {problems, checked, leftOut = 0} = report;
  const parts = ['## Check of the pages'];
  if (problems.length === 0) parts.push(`No problems in ${count(checked, 'file')}.`);
  let hidden = leftOut;
  for (const severity of SEVERITIES) {
    const found = problems.filter((problem) => problem.severity === severity);
    if (found.length === 0) continue;
    const shown = found.slice(0, MOST_OF_EACH);
    hidden += found.length - shown.length;
    const list = {type: 'list', ordered: false, spread: false, children: shown.map(toItem)} as const;
    parts.push(`### ${severityTitle(severity)} (${found.length})`, stringify([list]));
  }
  if (hidden > 0) parts.push(`${count(hidden, 'more problem')} not shown: \`npm run check\` lists all of them.`);
  if (problems.length > 0) parts.push(nextStepOnGitHub(report));
  return `${parts.join('\n\n')}\n`;
}

function toItem({path, line, column = 1, problem, fix, example, rule}: ReportedProblem): ListItem {
  const place = renderPlace(path, line === undefined ? undefined : {line, column});
  return listItem([
    paragraph([code(place), text(': '), ...toPhrasing(problem)]),
    paragraph([...toPhrasing(fix), text(' ('), code(rule), text(')')]),
    ...(example === undefined ? [] : [codeBlock(example)]),
  ]);
}
