import {expect, test} from 'vitest';
import {caseStudyProposalForm} from '../../../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {parseIssueBody} from '../../../../../src/features/contributions/forms/parse-issue-body.ts';
import {issueBody} from '../../../support/intake/issue-body.ts';
import {config} from '../../../support/toolkits/sound-toolkit.ts';

const form = caseStudyProposalForm(config);

test('a heading of the form inside an answer is part of it where its field cannot begin, and is always reported', () => {
  const typed = {why: 'People asked.', 'what-they-did': 'First.\n\n### Why\n\nas above'};
  const {answers, doubtful, rest} = parseIssueBody(form, issueBody(form, typed));
  expect({...Object.fromEntries(answers), doubtful, rest}).toMatchObject({...typed, doubtful: ['why'], rest: ''});
});
