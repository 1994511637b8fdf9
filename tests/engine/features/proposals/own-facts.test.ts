import {expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {checkFrontMatter} from '../../../../src/content/front-matter/check-front-matter.ts';
import {caseStudySchema} from '../../../../src/content/schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../../../../src/content/schemas/toolkit-schema.ts';
import {fieldsOf} from '../../../../src/features/feedback/forms/parse-issue-body.ts';
import {buildFieldFeedback} from '../../../../src/features/proposals/field-feedback.ts';
import {caseStudyProposalForm} from '../../../../src/features/proposals/forms/case-study-proposal-form.ts';
import {renderStudy} from '../../../../src/features/proposals/jobs/check-proposal.ts';
import {studyOf} from '../../../../src/features/proposals/study-of.ts';
import {fingerprintPage} from '../../../../src/io/fingerprint.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {issueOf, soundAnswers} from '../../support/intake/proposal.ts';
import {config as sound, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const config: ToolkitConfig = {
  ...sound,
  facts: [
    {id: 'river', label: 'River', type: 'text', description: 'The river that floods.'},
    {id: 'homes_at_risk', label: 'Homes at risk', type: 'number', description: 'How many homes the river reaches.'},
    {id: 'opened', label: 'Opened', type: 'date', description: 'The day the hall opened.'},
    {id: 'gauge', label: 'Partners', type: 'link', description: 'The page of the nearest gauge.'},
  ],
};

const ANSWERS = {
  'fact-river': 'Ford Brook',
  'fact-homes-at-risk': '1,240',
  'fact-opened': 'Tuesday 3 March 2026',
  'fact-gauge': '<https://gauge.example/ford>',
};

/** The page of a proposal with some facts, and what its author is asked. */
function propose(facts: Readonly<Record<string, string>>) {
  const {fingerprintOf} = toolkitWith();
  const study = studyOf(issueOf(config, {...soundAnswers(config), ...facts}), {config, fingerprintOf}, '2026-11-24');
  const {document} = readDocument('docs/case-studies/anytown.md', renderStudy(study, config));
  const {findings} = checkFrontMatter(document, caseStudySchema(config));
  const problems = findings.map(({problem, fix, place}) => {
    return {
      problem,
      fix,
      line: place?.line,
      severity: 'error' as const,
      isStyle: false,
      ruleId: 'no-invalid-front-matter',
    };
  });
  return {document, feedback: buildFieldFeedback(config, document, problems, [])};
}

test('the facts of a toolkit go from the form into the front matter, with their types', () => {
  const {document, feedback} = propose(ANSWERS);
  expect(feedback).toEqual([]);
  expect(document.frontMatter?.facts).toEqual({
    river: 'Ford Brook',
    homes_at_risk: 1240,
    opened: '2026-03-03',
    gauge: 'https://gauge.example/ford',
  });
});

test('no fact is required, and every label of the form is different', () => {
  expect(propose({}).document.frontMatter).not.toHaveProperty('facts');
  const labels = fieldsOf(caseStudyProposalForm(config)).map(({attributes}) => attributes.label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('a fact of the wrong type is asked for at its field', () => {
  const {feedback} = propose({
    'fact-homes-at-risk': 'many',
    'fact-opened': 'last spring',
    'fact-gauge': 'gauge.example',
  });
  expect(feedback.map(({field, label}) => `${field}: ${label}`)).toEqual([
    'fact-homes-at-risk: Fact: Homes at risk',
    'fact-opened: Fact: Opened',
    'fact-gauge: Fact: Partners',
  ]);
  expect(feedback[0]?.needed[0]).toContain('holds `many`, expected a number');
});

test('a fact is part of what readers see: it changes the fingerprint, and shows in differences', () => {
  const page = (level: string) =>
    readDocument('docs/case-studies/weir.md', `---\ntitle: Weir\nfacts: {level: ${level}}\n---\n\nWords.\n`).document;
  expect(fingerprintPage(page('3'), () => undefined)).not.toBe(fingerprintPage(page('4'), () => undefined));
  expect(diffPages(page('3'), page('4')).edits).toMatchObject([{part: 'fact', touches: ['number']}]);
});
