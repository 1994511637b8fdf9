import type {Log, ReportingDescriptor, Result} from 'sarif';
import {compareText, type Problem, type Severity} from '../../model/problem.ts';
import {compareProblems} from '../compare-problems.ts';

/** The documentation of a rule. */
export interface RuleDescription {
  summary: string;
  why?: string;
  /** The address of the page that explains it. */
  help?: string;
}

/** Renders problems as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function renderSarif(
  problems: readonly Problem[],
  describe: (id: string) => RuleDescription | undefined,
): string {
  const ids = [...new Set(problems.map(({ruleId}) => ruleId))].sort(compareText);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        // Columns count in UTF-16 code units, as JavaScript does.
        columnKind: 'utf16CodeUnits',
        tool: {driver: {name: 'toolkit check', rules: ids.map((id) => toDescriptor(id, describe(id)))}},
        results: [...problems].sort(compareProblems).map((problem) => toResult(problem, ids.indexOf(problem.ruleId))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toDescriptor(id: string, rule: RuleDescription | undefined): ReportingDescriptor {
  if (!rule) return {id, name: toName(id)};
  return {
    id,
    name: toName(id),
    shortDescription: {text: rule.summary},
    ...(rule.why && {fullDescription: {text: rule.why}}),
    ...(rule.help && {helpUri: rule.help}),
  };
}

/** The standard asks for a name in Pascal case, such as `NoHardWord`. */
function toName(id: string): string {
  return id
    .split(/[/-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

const LEVELS: Readonly<Record<Severity, Result.level>> = {error: 'error', warning: 'warning', note: 'note'};

function toResult(
  {path, place, end, problem, fix, example, ruleId, severity, related}: Problem,
  ruleIndex: number,
): Result {
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: {text: [`${problem}. ${fix}`, example].filter(Boolean).join('\n')},
    locations: [toLocation(path, place, end)],
    ...(related && {relatedLocations: [{id: 0, ...toLocation(related.path, related.place)}]}),
  };
}

function toLocation(path: string, place: Problem['place'], end?: Problem['end']) {
  return {
    physicalLocation: {
      artifactLocation: {uri: path.split('/').map(encodeURIComponent).join('/')},
      ...(place && {
        region: {
          startLine: place.line,
          startColumn: place.column,
          ...(end && {endLine: end.line, endColumn: end.column}),
        },
      }),
    },
  };
}
