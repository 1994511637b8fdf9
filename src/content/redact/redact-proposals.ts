import type {PlannedFile} from '../publish/planned-file.ts';
import type {Toolkit} from '../toolkit.ts';

/**
 * The records of proposals without the fingerprints of texts that are not there any more: with one, anybody could try
 * guesses at what was taken out.
 */
export function redactProposals(after: Toolkit): PlannedFile[] {
  return after.proposals.flatMap(({document, data}) => {
    const live = after.caseStudies.find(({id}) => id === data.case_study)?.fingerprint();
    const stages = data.stages?.map(({fingerprint, ...stage}) =>
      fingerprint !== undefined && fingerprint === live ? {...stage, fingerprint} : stage,
    );
    const isSame = JSON.stringify(stages) === JSON.stringify(data.stages);
    return isSame ? [] : [{path: document.path, content: `${JSON.stringify({...data, stages}, undefined, 2)}\n`}];
  });
}
