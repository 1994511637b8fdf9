import type {Proposal} from '../schemas/proposal-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {publishedOn} from './published-on.ts';

/** A case study whose page is there, and the newest proposal of it on record. */
export interface ProposedPage {
  page: Toolkit['caseStudies'][number];
  record: Toolkit['proposals'][number];
  /** Whether readers can see it; one that they cannot waits to be published. */
  isPublished: boolean;
}

/** The newest proposal of a case study on record. */
export function newestProposal(
  {proposals}: Pick<Toolkit, 'proposals'>,
  id: string,
): Toolkit['proposals'][number] | undefined {
  return proposals
    .filter(({data}) => data.case_study === id)
    .toSorted((a, b) => (a.data.received < b.data.received ? 1 : -1))[0];
}

/** Every page of a case study of which a proposal is on record. */
export function proposedPages(toolkit: Toolkit): ProposedPage[] {
  return toolkit.caseStudies.flatMap((page) => {
    const record = newestProposal(toolkit, page.id);
    return record ? [{page, record, isPublished: publishedOn(toolkit, page.id) !== undefined}] : [];
  });
}

/** Whether somebody withdrew a proposal. */
export function isWithdrawn({stages = []}: Pick<Proposal, 'stages'>): boolean {
  return stages.some(({stage}) => stage === 'withdrawn');
}
