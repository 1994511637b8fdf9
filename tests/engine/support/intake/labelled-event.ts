import examples from '@octokit/webhooks-examples';
import type {ToolkitConfig} from '../../../../src/content/schemas/toolkit-schema.ts';
import type {Filled} from './issue-body.ts';
import {issueOf} from './proposal.ts';

/** What GitHub really sent when a label was put on an issue, with the words and labels of a proposal in it. */
export function labelledEvent(
  config: ToolkitConfig,
  filled: Filled,
  labels: readonly string[] = ['case-study', 'make-file'],
  number = 12,
) {
  const sent = examples
    .find(({name}) => name === 'issues')
    ?.examples.find((event) => 'action' in event && event.action === 'labeled');
  if (!sent || !('issue' in sent) || !('label' in sent)) throw new Error('there is no example of a labelled issue');
  const [owner = '', name = ''] = config.repository.split('/');
  return {
    ...sent,
    label: {...sent.label, name: labels.at(-1)},
    issue: {
      ...sent.issue,
      ...issueOf(config, filled, {number}),
      labels: labels.map((label) => ({...sent.label, name: label})),
    },
    repository: {
      ...sent.repository,
      name,
      full_name: config.repository,
      owner: {...sent.repository.owner, login: owner},
    },
  };
}
