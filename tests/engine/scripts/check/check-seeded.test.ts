import {mkdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {ExampleFiles} from '../../../../src/checks/rule.ts';
import {PAGE_RULES, TOOLKIT_RULES} from '../../../../src/checks/rule-set.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {configFile, navigationFile, pageOf, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

/** Faults that cannot be laid on every disk: a device, and a file that this user may not read. */
const ON_DISK: readonly unknown[] = [undefined, 'link'];

/** Lays an example over the sound toolkit on a disk. */
function seed(example: ExampleFiles): string {
  const files: Record<string, string | Uint8Array> = soundFiles();
  const links: string[] = [];
  for (const [name, content] of Object.entries(example)) {
    if (name === 'toolkit.config.ts') files[name] = configFile(content);
    else if (name === 'navigation.json') files[name] = navigationFile(JSON.parse(String(content)));
    else if (typeof content === 'string' || content instanceof Uint8Array) files[name] = content;
    else links.push(name);
  }
  const folder = folderWith(files);
  for (const link of links) {
    mkdirSync(path.dirname(path.join(folder, link)), {recursive: true});
    symlinkSync('/dev/null', path.join(folder, link));
  }
  return folder;
}

function isOnDisk(example: ExampleFiles): boolean {
  return Object.values<unknown>(example).every((content) => ON_DISK.includes((content as {reason?: unknown}).reason));
}

const SEEDS = [
  ...TOOLKIT_RULES.map(([rule]) => ({id: rule.id, example: rule.bad.find(isOnDisk)})),
  ...PAGE_RULES.map(([rule]) => {
    const {document} = pageOf(rule.bad[0] ?? '');
    return {id: rule.id, example: {[document.path]: document.text}};
  }),
];

describe('a fault of each rule, seeded into a sound toolkit, is in the report of the command', () => {
  test.each(SEEDS)('$id', async ({id, example}) => {
    if (!example) throw new Error(`no bad example of ${id} can be laid on a disk`);
    const {stdout} = await runCommand(['check'], seed(example));
    expect(stdout).toContain(`[${id}]`);
  });
});
