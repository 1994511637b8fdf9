import type {PageChain} from '../differences/page-chains.ts';
import {chainsOf} from '../differences/page-chains.ts';
import {perPage} from '../per-page.ts';
import {publishedFingerprint} from '../published-fingerprint.ts';
import type {Review} from '../schemas/review-schema.ts';
import type {Toolkit} from '../toolkit.ts';

const chainsByPage = perPage<ReadonlyMap<string | undefined, PageChain>, Toolkit>(
  (toolkit) => new Map(chainsOf(toolkit).map((chain) => [chain.now, chain])),
);

/** The texts of a page on record, oldest first and through its moves; its last one was put live last. */
export function stepsOf(toolkit: Toolkit, pageId: string): PageChain['steps'] {
  return chainsByPage(toolkit).get(pageId)?.steps ?? [];
}

/** Which of a page's texts on record somebody checked, counted from 0; -1 where none of them has that fingerprint. */
export function checkedStep(toolkit: Toolkit, pageId: string, {fingerprint, carried}: Review): number {
  const steps = stepsOf(toolkit, pageId);
  const find = (wanted: string | undefined) =>
    steps.findLastIndex(
      ({page}) => page && publishedFingerprint(toolkit.published, page, toolkit.fingerprintOf) === wanted,
    );
  const later = carried === undefined ? -1 : find(carried);
  return later === -1 ? find(fingerprint) : later;
}
