import type {Stage} from '../../src/content/proposals/proposal-stages.ts';
import {labelOfStage, STAGES, STAGES_BY_HAND} from '../../src/content/proposals/proposal-stages.ts';
import type {GitHub} from '../github-client.ts';
import {failedStatus} from '../github-client.ts';

interface Issue {
  owner: string;
  repo: string;
  issue_number: number;
}

/**
 * Sees to it that an issue bears the label of its stage, and none of another that is found out; people's own stay. It
 * looks at the issue as it is now: an event may be older than what another run did.
 */
export async function setLabels(github: GitHub, place: Issue, stage: Stage): Promise<void> {
  const {data: issue} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {...place});
  const labels = issue.labels.map((label) => (typeof label === 'string' ? label : label.name));
  const wanted = labelOfStage(stage);
  const own = STAGES.map(({id}) => id).filter((id) => !(STAGES_BY_HAND as readonly Stage[]).includes(id));
  const stale = own.map(labelOfStage).filter((label) => label !== wanted && labels.includes(label));
  if (!labels.includes(wanted)) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {...place, labels: [wanted]});
  }
  for (const name of stale) {
    await github
      .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...place, name})
      // Somebody took it away meanwhile, or the answer to our own taking was lost.
      .catch((error) => {
        if (failedStatus(error) !== 404) throw error;
      });
  }
}
