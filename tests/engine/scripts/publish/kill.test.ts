import {expect, test} from 'vitest';
import {draftPublication} from '../../../../scripts/publish/draft-publication.ts';
import {planPublication} from '../../../../scripts/publish/plan-publication.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {runWhole, seeds, tallyKills} from '../../support/kills.ts';
import {folderWith} from '../../support/run-command.ts';
import {restatedFiles} from '../../support/toolkits/unseen-toolkit.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const TODAY = '2026-11-24';
const SEEDS = seeds(8);

test.each([
  {what: 'an update with an edition', files: waitingFiles(), options: {edition: ''}},
  {what: 'the first update', files: restatedFiles(), options: {launch: true}},
])(
  `publishing $what, killed at any of ${SEEDS} instants, leaves a tree that the next run makes as before or as after`,
  {timeout: 120_000 + SEEDS * 3_000},
  async ({files, options}) => {
    const plan = async (cwd: string) => {
      const tree = await readPublishedTree(cwd);
      const draft = await draftPublication(tree, options, TODAY);
      return planPublication(tree, draft, TODAY).transaction;
    };
    const {broken, outcomes} = await tallyKills(await runWhole(plan, () => folderWith(files)), SEEDS);
    expect(broken).toEqual([]);
    expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
  },
);
