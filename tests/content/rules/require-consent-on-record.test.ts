import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../src/content/examples/example-files.ts';
import {checkModel} from '../../../src/content/policy.ts';
import {EXAMPLE_DAY} from '../../../src/content/rule.ts';
import {toolkitWith} from '../../support/sound-toolkit.ts';

const STUDY = caseStudyExample('consent: {basis: organisation, role: Clerk, on: 2026-10-31}\n');
const RECORD = {
  case_study: 'case-studies/weir',
  received: '2026-11-01',
  consent: {role: 'Parish clerk', on: '2026-10-30'},
};

const toPath = (name: string) => `ledgers/proposals/${name}.json`;

function reportOf(records: Readonly<Record<string, unknown>>): string[] {
  const files = Object.entries(records).map(([name, record]) => [toPath(name), JSON.stringify(record)]);
  const toolkit = toolkitWith({'docs/case-studies/weir.md': STUDY, ...Object.fromEntries(files)});
  const found = checkModel(toolkit, EXAMPLE_DAY).filter(({severity}) => severity === 'error');
  return found.map(
    ({path, place, problem, fix, related}) =>
      `${path}:${place?.line}:${place?.column}: ${problem}. ${fix}${related ? ` See ${related.path}:${related.place?.column}` : ''}`,
  );
}

test('an agreement without a proposal on record is an error that offers no invented record', () => {
  expect(reportOf({})).toEqual([
    'docs/case-studies/weir.md:12:18: agreement of the organisation has no record, expected a proposal of `case-studies/weir` in `ledgers/proposals/`. Put the proposal on record; without one, use public sources alone and write `basis: public-record`.',
  ]);
});

test('role and day are held against the newest record, and the report shows where it says so', () => {
  const older = {...RECORD, received: '2025-01-10', consent: {role: 'Chair', on: '2025-01-09'}};
  expect(reportOf({a: older, b: RECORD, c: older})).toEqual([
    'docs/case-studies/weir.md:12:38: `consent`, `role` holds `Clerk`, expected `Parish clerk` as on record. Take it over with `npm run new -- case-study --from-issue FILE --take consent`, where FILE holds the newest answers. See ledgers/proposals/b.json:77',
    'docs/case-studies/weir.md:12:49: `consent`, `on` holds `2026-10-31`, expected `2026-10-30` as on record. Take it over with `npm run new -- case-study --from-issue FILE --take consent`, where FILE holds the newest answers. See ledgers/proposals/b.json:97',
  ]);
});

test('a record that breaks its schema, or names somebody, is no record', () => {
  const {received: _left, ...incomplete} = RECORD;
  expect(reportOf({a: {...incomplete, name: 'A. Person'}}).slice(0, 2)).toEqual([
    'ledgers/proposals/a.json:1:1: `received` is missing, expected text. Add `received`: the day the proposal came in.',
    'ledgers/proposals/a.json:1:87: unknown key `name`, expected `case_study`, `received`, `issue`, `consent`, `stages`, `waits_for` or `criteria`. Remove the line.',
  ]);
});
