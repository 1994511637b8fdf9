import type {ToolkitConfig} from '../../../../src/content/schemas/toolkit-schema.ts';
import {caseStudyProposalForm} from '../../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {fieldsOf} from '../../../../src/features/contributions/forms/parse-issue-body.ts';
import {type Filled, issueBody} from './issue-body.ts';

/** Answers to every field of the form for proposals that leave nothing to ask for, in any toolkit. */
export function soundAnswers(config: ToolkitConfig): Filled {
  const boxes = fieldsOf(caseStudyProposalForm(config)).find(({type}) => type === 'checkboxes');
  return {
    'study-title': 'Anytown: evening help for people who look for work',
    description: 'How Anytown opened its hall in the evening for people who look for work, and how many came.',
    service: 'Anytown learning service',
    place: 'Anytown',
    ...choicesIn(config),
    period: '2022 to about 2024',
    evidence: 'Self-reported: the service or its partners counted or described it themselves',
    why: 'Staff saw that many of the people who use our computers look for work.',
    'what-they-did': '- The hall stayed open.\n- The college sent one tutor.',
    'what-it-cost': 'We found no published cost.',
    'what-happened': 'In 2023, [240 people came](https://anytown.example/report) in Anytown.',
    'what-they-learned': 'The second evening drew few people and was dropped.',
    outcomes: '240 people; came to the evenings in their first year; 2023; https://anytown.example/report',
    partners: 'Anytown College',
    sources: 'Evening help, the first year; Anytown Council; 2024; https://anytown.example/report',
    consent: boxes?.type === 'checkboxes' ? boxes.attributes.options.map(({label}) => label) : [],
    'consent-role': 'Head of service',
    'consent-on': '3 November 2026',
  };
}

/** A term of each required vocabulary, and of the first one. */
function choicesIn({vocabularies}: ToolkitConfig): Filled {
  const chosen = vocabularies.filter(({required}, index) => required || index === 0);
  return Object.fromEntries(chosen.map(({key, required, terms}) => [key, [terms.at(required ? -1 : 0)?.label ?? '']]));
}

/** The issue that GitHub makes of answers, as its API gives it. */
export function issueOf(config: ToolkitConfig, filled: Filled, more: Readonly<Record<string, unknown>> = {}) {
  return {
    number: 12,
    title: 'Case study: Anytown',
    body: issueBody(caseStudyProposalForm(config), filled),
    created_at: '2026-11-20T10:00:00Z',
    labels: [{name: 'case-study'}],
    ...more,
  };
}
