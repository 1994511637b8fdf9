import {findPage, plan} from '../../../scripts/attest/attest.ts';
import {readTree} from '../../../scripts/whole-tree.ts';
import type {Transaction} from '../../../src/store/transaction/commit.ts';

/** What putting a check of a page that was checked before on record would do to a folder. */
export async function planned(cwd: string): Promise<Transaction> {
  const {toolkit} = await readTree(cwd);
  const attestation = {on: '2026-11-24', by: 'editor', scope: 'law'} as const;
  return plan(toolkit, findPage(toolkit, ['priorities/homes']), attestation);
}
