import type {Io} from '../../src/fs/io.ts';
import {copyManyStudies, renderRows, STUDIES, timeCommand} from './many-studies.ts';

/** Whatever is not on the crawler's own server. */
const OUTSIDE = '^https?://(?!localhost|127\\.0\\.0\\.1)';

/** What checking every link of a site of 1,000 case studies costs, compared with a crawl of the same site. */
export async function benchLinks(io: Io): Promise<void> {
  const folder = await copyManyStudies(io.cwd);
  io.stderr.write(`Building ${STUDIES} case studies in ${folder}.\n`);
  // It ends with 1: the dead links are on purpose.
  await timeCommand(folder, 'docusaurus', 'build');
  const ours = await timeCommand(folder, 'links');
  const theirs = await timeCommand(folder, 'linkinator', 'build', '--recurse', '--format', 'csv', '--skip', OUTSIDE);
  const found = [...ours.stdout.matchAll(/^(\S+?)(:\d+:\d+)?: error: /gm)];
  const rows = [
    ['ours, anchors and places in the source included', ours.seconds],
    ['linkinator --recurse, without anchors', theirs.seconds],
  ] as const;
  io.stdout.write(`Seconds of the processor, Node ${process.version}\n${renderRows(rows, theirs.seconds)}`);
  io.stdout.write(
    `${found.length} broken links found, ${found.filter(([, , place]) => place).length} with their place\n`,
  );
}
