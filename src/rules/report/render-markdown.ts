import type {ListItem, PhrasingContent} from 'mdast';
import {renderPlace} from '../../content/problem.ts';
import {code, codeBlock, list, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {count} from '../../format/text.ts';
import type {Report, ReportedProblem} from './report-schema.ts';
import {groupBySeverity, nextStepOnGitHub} from './sections.ts';

/** Keeps the summary readable, and below GitHub's limit of 1 MiB. */
const MAX_OF_EACH = 100;

/** Renders a report as Markdown for the summary of a run, the worst problems first. */
export function renderMarkdown(report: Report): string {
  const {problems, checked, leftOut = 0} = report;
  const parts = ['## Check of the pages'];
  if (problems.length === 0) parts.push(`No problems in ${count(checked, 'file')}.`);
  let hidden = leftOut;
  for (const {title, problems: group} of groupBySeverity(problems)) {
    const items = group.slice(0, MAX_OF_EACH).map((problem) => {
      const {path, line, column = 1} = problem;
      return problemItem(problem, [code(renderPlace(path, line === undefined ? undefined : {line, column}))]);
    });
    hidden += group.length - items.length;
    parts.push(`### ${title} (${group.length})`, stringify([list(items)]));
  }
  if (hidden > 0) parts.push(`${count(hidden, 'more problem')} not shown: \`npm run check\` lists all of them.`);
  if (problems.length > 0) parts.push(nextStepOnGitHub(report));
  return `${parts.join('\n\n')}\n`;
}

/** A problem as an item of a list, after its place; `more` follows what to do. */
export function problemItem(
  {problem, fix, rule, example}: Pick<ReportedProblem, 'problem' | 'fix' | 'rule' | 'example'>,
  place: PhrasingContent[],
  more: PhrasingContent[] = [],
): ListItem {
  return listItem([
    paragraph([...place, text(': '), ...toPhrasing(problem)]),
    paragraph([...toPhrasing(fix), text(' ('), code(rule), text(')'), ...more]),
    ...(example === undefined ? [] : [codeBlock(example)]),
  ]);
}
