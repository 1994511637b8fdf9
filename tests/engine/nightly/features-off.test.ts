import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {FEATURES} from '../../../src/features/features.ts';
import {runCommand} from '../support/run-command.ts';
import {tryBuild} from '../support/sites/build-toolkit.ts';
import {copyToolkit, FLOOD} from '../support/toolkits/copy-toolkit.ts';

/** A feature with those that cannot be on without it. */
function withDependants(name: string): string[] {
  return [name, ...FEATURES.filter(({needs}) => needs?.includes(name)).flatMap((other) => withDependants(other.name))];
}

const CASES = [
  {off: 'all', names: FEATURES.map(({name}) => name)},
  ...FEATURES.map(({name}) => ({off: name, names: withDependants(name)})),
];

test.each(CASES)(
  'the example builds and is sound with features off: $off',
  {timeout: 600_000},
  async ({off, names}) => {
    const folder = copyToolkit(`without ${off}`, {contentFrom: FLOOD});
    const file = path.join(folder, 'toolkit.config.ts');
    const features = JSON.stringify(Object.fromEntries(names.map((name) => [name, false])));
    writeFileSync(file, readFileSync(file, 'utf8').replace('  own_rules:', `  features: ${features},\n  own_rules:`));
    expect(await runCommand(['check'], folder)).toMatchObject({code: 0});
    // A link to a page that is not there ends the build.
    expect(await tryBuild(folder)).toMatchObject({code: 0});
  },
);
