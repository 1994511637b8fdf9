import {capitalise} from '../capitalise.ts';
import type {Criterion} from '../schemas/proposal-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import type {Stage} from './proposal-stages.ts';
import {issueUrl, nextOf, STAGES, stageOf} from './proposal-stages.ts';
import {publishedOn} from './published-on.ts';

/** Where the page stands that shows every proposal. */
export const PROPOSALS_ADDRESS = '/contribute/proposals/';

/** What readers are told of one proposal; no name of a person is in it. */
export interface ProposalRow {
  /** The id of the case study that was made of it, or will be. */
  id: string;
  /** The title of its page, sound or not, or its id in words where there is none yet. */
  title: string;
  /** The address of its page in the site, once it is published. */
  address: string | undefined;
  issue: {number: number; url: string} | undefined;
  stage: Stage;
  label: string;
  next: string;
  since: string;
  /** Whole days since then, on the day of the build. */
  days: number;
  received: string;
  /** Every stage that it has reached, in order. */
  reached: {label: string; on: string}[];
  criteria: Criterion[];
}

const DAY = 86_400_000;

/** What happens next to a proposal that was withdrawn once its page was published. */
const TO_TAKE_BACK = 'An editor says on its page that it no longer holds.';

/** Every proposal on record: first those that wait longest, last those at their end. */
export function proposalRows(toolkit: Toolkit, today: string): ProposalRow[] {
  const rows = toolkit.proposals.map(({data}): ProposalRow => {
    const page = toolkit.caseStudies.find(({id}) => id === data.case_study);
    const published = page && publishedOn(toolkit, data.case_study);
    const withdrawn = page?.data.withdrawn?.on;
    const stages = [...(data.stages ?? [])];
    if (withdrawn && !stages.some(({stage}) => stage === 'withdrawn')) stages.push({stage: 'withdrawn', on: withdrawn});
    const {stage, since} = stageOf({...data, stages}, published);
    const words = STAGES.find(({id}) => id === stage);
    const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / DAY));
    const all = [
      {stage: 'received' as Stage, on: data.received},
      ...stages,
      ...(published ? [{stage: 'published' as Stage, on: published}] : []),
    ];
    return {
      id: data.case_study,
      title: writtenTitle(toolkit, data.case_study) ?? inWords(data.case_study),
      address: published ? page?.address : undefined,
      issue: data.issue === undefined ? undefined : {number: data.issue, url: issueUrl(toolkit.config, data.issue)},
      stage,
      label: words?.label ?? stage,
      next: stage === 'withdrawn' && published && !withdrawn ? TO_TAKE_BACK : nextOf(stage, data.waits_for),
      since,
      days,
      received: data.received,
      reached: STAGES.flatMap(({id, label}) => all.filter((one) => one.stage === id).map(({on}) => ({label, on}))),
      criteria: isAtEnd(stage) ? [] : (data.criteria ?? []),
    };
  });
  return rows.sort(
    (a, b) => Number(isAtEnd(a.stage)) - Number(isAtEnd(b.stage)) || b.days - a.days || (a.title < b.title ? -1 : 1),
  );
}

/** Whether nothing is left to do. */
export function isAtEnd(stage: Stage): boolean {
  return stage === 'published' || stage === 'withdrawn';
}

function writtenTitle({documents}: Toolkit, id: string): string | undefined {
  const title = documents.find(({document}) => document.path === `docs/${id}.md`)?.document.frontMatter?.title;
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

/** `case-studies/weir-two` as `Weir two`. */
export function inWords(id: string): string {
  return capitalise(id.replace(/^.*\//, '').replaceAll('-', ' '));
}
