import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {expect, test} from 'vitest';
import {z} from 'zod';
import {COMMANDS} from '../../../scripts/commands.ts';
import {toolkitSchema} from '../../../src/content/schemas/toolkit-schema.ts';
import {EXTERNAL_RULES} from '../../../src/rules/external-rules.ts';
import {PAGE_RULES, TOOLKIT_RULES} from '../../../src/rules/rule-set.ts';
import {MODEL_PAGES} from '../../../src/site/data/site-routes.ts';
import {textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const files = execFileSync('git', ['ls-files', '-z'], {cwd: ROOT, encoding: 'utf8'}).split('\0').filter(Boolean);
const {dependencies, devDependencies} = JSON.parse(textIn(ROOT, 'package.json'));

/** How many keys a schema has, those of its objects included. */
function keysIn(schema: unknown): number {
  if (typeof schema !== 'object' || schema === null) return 0;
  const {properties = {}} = schema as {properties?: object};
  return Object.values(schema).reduce((sum, part) => sum + keysIn(part), Object.keys(properties).length);
}

/** A record by its kind: each update and each edition has the same ones, and undoing needs one more for a while. */
function kindOf(file: string): string {
  return file.replace(/(?:original-)?\d[\d.-]*(?=[./])/, '*').replace(/\*\/.*|\.before/, '');
}

const features = files.filter((file) => /^src\/features\/.*\.ts$/.test(file)).map((file) => textIn(ROOT, file));

const COUNTS: Readonly<Record<string, number>> = {
  Commands: Object.keys(COMMANDS).length,
  'Keys of the configuration': keysIn(z.toJSONSchema(toolkitSchema, {io: 'input', unrepresentable: 'any'})),
  Rules: TOOLKIT_RULES.length + PAGE_RULES.length + EXTERNAL_RULES.length,
  'Kinds of generated page': MODEL_PAGES.length + features.join('').split(" component: '").length - 1,
  'Kinds of record': new Set(files.filter((file) => /^(?:ledgers|blog\/_published)\//.test(file)).map(kindOf)).size,
  'Packages of a toolkit': Object.keys(dependencies).length,
  'Packages for development': Object.keys(devDependencies).length,
  'Entries of the root': new Set(files.map((file) => file.split('/')[0])).size,
};

const ROW_RE = /^\| (?<name>[^|]+) \| (?<lowest>\d+) \|(?: (?:(?<now>\d+): )?(?<why>[^|]*))? \|$/gm;

test('no count rises unless the table says why; `-u` writes one that has fallen', async () => {
  const page = textIn(ROOT, 'ARCHITECTURE.md');
  const rows = [...page.matchAll(ROW_RE)].map(({groups = {}}) => groups);
  expect(rows.map(({name}) => name)).toEqual(Object.keys(COUNTS));
  const risen = rows.filter(({name = '', lowest, now = lowest}) => (COUNTS[name] ?? 0) > Number(now));
  expect(
    risen.map(({name = '', lowest}) => `${name}: ${COUNTS[name]}, at most ${lowest} before`),
    'Remove something, or write the new number and the reason into the row in ARCHITECTURE.md',
  ).toEqual([]);
  const fallen = page.replace(ROW_RE, (_row, name: string, lowest: string, _now, why: string) => {
    const count = COUNTS[name] ?? 0;
    return count > Number(lowest) ? `| ${name} | ${lowest} | ${count}: ${why} |` : `| ${name} | ${count} | |`;
  });
  await expect(fallen).toMatchFileSnapshot(path.join(ROOT, 'ARCHITECTURE.md'));
});
