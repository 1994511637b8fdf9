import {expect, test} from 'vitest';
import {InvalidConfigurationError, loadConfig} from '../../../src/fs/load-toolkit.ts';
import {navigationSchema} from '../../../src/model/schemas/navigation-schema.ts';
import {FORMER_KEYS} from '../../../src/model/schemas/renamed-keys.ts';
import {toolkitSchema} from '../../../src/model/schemas/toolkit-schema.ts';
import {folderWith} from '../support/run-command.ts';
import {CONFIG_FILES, config, configFile} from '../support/toolkits/sound-toolkit.ts';

const KEYS: Readonly<Record<string, readonly string[]>> = {
  'toolkit.config.ts': Object.keys(toolkitSchema.shape),
  'navigation.json': Object.keys(navigationSchema(config).shape),
};

test('no former key is a key of today, and each replacement is', () => {
  for (const [file, keys] of Object.entries(FORMER_KEYS)) {
    expect(Object.keys(keys).filter((key) => KEYS[file]?.includes(key))).toEqual([]);
    for (const {now, file: other = file, fix} of Object.values(keys)) {
      if (now !== undefined) expect(KEYS[other]).toContain(now);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  }
  expect(Object.keys(FORMER_KEYS).sort()).toEqual(Object.keys(KEYS).sort());
});

test('an old configuration gets a message for each former key, which names the new one', () => {
  const old = {areas: [], footer: [], priorities: []};
  const cwd = folderWith({...CONFIG_FILES, 'toolkit.config.ts': configFile(`export default ${JSON.stringify(old)};`)});
  let problems: readonly {problem: string; fix: string}[] = [];
  try {
    loadConfig(cwd);
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    ({problems} = error);
  }
  expect(problems.map(({problem, fix}) => `${problem}. ${fix}`).sort()).toEqual([
    'unknown key `areas`, which has been removed. Remove it: the engine lists figures from tables, outcomes and charts only.',
    'unknown key `footer`, which is now `footer` in `navigation.json`. Move it to `navigation.json`.',
    "unknown key `priorities`, which is now `vocabularies`. Write `vocabularies: {priorities: {label: '...', singular: '...', terms: [...]}}` with the same terms.",
  ]);
});
