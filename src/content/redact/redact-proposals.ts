import {proposedPages} from '../proposals/proposed-studies.ts';
import type {PlannedFile} from '../publish/planned-file.ts';
import type {Toolkit} from '../toolkit.ts';

/**
 * The records of proposals without the fingerprints of texts that are not there any more: with one, anybody could try
 * guesses at what was taken out. A stage that was reached with the words of the page as they stood vouches for what is
 * left of them. Where they had changed since, it falls as long as readers cannot see the page, for it would look typed.
 */
export function redactProposals(before: Toolkit, after: Toolkit): PlannedFile[] {
  const waiting = new Set(
    proposedPages(after).flatMap(({record, isPublished}) => (isPublished ? [] : record.document.path)),
  );
  return after.proposals.flatMap(({document: {path}, data}) => {
    const [was, is] = [before, after].map(({caseStudies}) =>
      caseStudies.find(({id}) => id === data.case_study)?.fingerprint(),
    );
    const {stages = []} = data;
    const isGone = ({fingerprint}: (typeof stages)[number]) =>
      fingerprint !== undefined && fingerprint !== was && fingerprint !== is;
    const fallen = waiting.has(path) ? stages.findIndex(isGone) : -1;
    const left = (fallen < 0 ? stages : stages.slice(0, fallen)).map(({fingerprint, ...stage}) =>
      fingerprint !== undefined && (fingerprint === was || fingerprint === is) && is !== undefined
        ? {...stage, fingerprint: is}
        : stage,
    );
    const isSame = JSON.stringify(left) === JSON.stringify(stages);
    return isSame ? [] : [{path, content: `${JSON.stringify({...data, stages: left}, undefined, 2)}\n`}];
  });
}
