import {expect, test} from 'vitest';
import {parseIssueBody} from '../../../../../src/features/feedback/forms/parse-issue-body.ts';
import {caseStudyProposalForm} from '../../../../../src/features/proposals/forms/case-study-proposal-form.ts';
import {type Filled, issueBody} from '../../../support/intake/issue-body.ts';
import {config} from '../../../support/toolkits/sound-toolkit.ts';

const form = caseStudyProposalForm(config);
const STORY: Filled = {'study-title': 'Anytown: evening help', why: 'People asked.', 'what-they-did': 'We opened.'};

test('what was left empty is no answer, and text above the first heading is kept apart', () => {
  const {answers, rest} = parseIssueBody(form, `Dear editor,\n\n${issueBody(form, STORY)}`);
  expect({answers: Object.fromEntries(answers), rest}).toEqual({answers: STORY, rest: 'Dear editor,'});
});

test('a heading of the form inside an answer is part of it where its field cannot begin, and is always reported', () => {
  const typed = {...STORY, 'what-they-did': 'First.\n\n### Why\n\nas above'};
  const {answers, doubtful} = parseIssueBody(form, issueBody(form, typed));
  expect({answers: Object.fromEntries(answers), doubtful}).toEqual({answers: typed, doubtful: ['why']});
});
