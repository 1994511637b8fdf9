import {findPage, plan} from '../../../../scripts/mark-reviewed/mark-reviewed.ts';
import {readTree} from '../../../../src/fs/read-tree.ts';
import type {Transaction} from '../../../../src/fs/transaction/commit.ts';

/** What putting a check of a page that was checked before on record would do to a folder. */
export async function planned(cwd: string): Promise<Transaction> {
  const {toolkit} = await readTree(cwd);
  const review = {on: '2026-11-24', by: 'editor', scope: 'law'} as const;
  return plan(toolkit, findPage(toolkit, ['priorities/homes']), review);
}
