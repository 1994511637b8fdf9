import {appendFile} from 'node:fs/promises';
import path from 'node:path';
import type {Io} from '../../src/fs/io.ts';
import {copyManyStudies, renderRows, STUDIES, timeCommand} from './many-studies.ts';

/** What a check of 1,000 case studies costs, compared with one of the two linters it builds on. */
export async function benchCheck(io: Io): Promise<void> {
  const folder = await copyManyStudies(io.cwd);
  const check = async () => (await timeCommand(folder, 'check', '--format', 'json')).seconds;
  io.stderr.write(`Checking ${STUDIES} case studies in ${folder}.\n`);
  const cold = await check();
  const warm = await check();
  await appendFile(path.join(folder, 'docs', 'case-studies', 'copy-1.md'), '\nOne more sentence is here.\n');
  const edited = await check();
  const {seconds: structure} = await timeCommand(folder, 'markdownlint-cli2', 'docs/**/*.md');
  const rows = [
    ['ours, cold', cold],
    ['ours, nothing changed', warm],
    ['ours, one page changed', edited],
    ['markdownlint-cli2', structure],
  ] as const;
  io.stdout.write(`Seconds of the processor, Node ${process.version}\n${renderRows(rows, structure)}`);
}
