import {expect, test} from 'vitest';
import {caseStudyProposalForm} from '../../../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {parseIssueBody} from '../../../../../src/features/contributions/forms/parse-issue-body.ts';
import {type Filled, issueBody} from '../../../support/intake/issue-body.ts';
import {config} from '../../../support/toolkits/sound-toolkit.ts';

const form = caseStudyProposalForm(config);
const STORY: Filled = {'study-title': 'Anytown: evening help', why: 'People asked.', 'what-they-did': 'We opened.'};

/** What is read of a body; boxes always are there. */
function read(body: string) {
  const {answers, ...others} = parseIssueBody(form, body);
  const {consent: _boxes, ...typed} = Object.fromEntries(answers);
  return {...others, typed};
}

test('what was left empty is no answer, and text above the first heading is kept apart', () => {
  expect(read(`Dear editor,\n\n${issueBody(form, STORY)}`)).toEqual({typed: STORY, doubtful: [], rest: 'Dear editor,'});
});

test('a heading of the form inside an answer is part of it where its field cannot begin, and is always reported', () => {
  const typed = {...STORY, 'what-they-did': 'First.\n\n### Why\n\nas above'};
  expect(read(issueBody(form, typed))).toEqual({typed, doubtful: ['why'], rest: ''});
});
