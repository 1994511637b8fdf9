import {defineToolkit} from 'good-practice-toolkit';

export default defineToolkit({
  title: 'Libraries shaping the future',
  strapline: 'Good practice toolkit',
  description:
    'How public library services support local and national priorities, cost-effective ways to run them, and case studies from services that have done it.',
  audience: 'council chief executives, library portfolio holders and library managers',
  url: 'https://toolkit.example',
  repository: 'example-org/libraries-toolkit',
  email: 'feedback@toolkit.example',
  manual: true,
  phase: {
    name: 'beta',
    text: 'This is a beta. It may contain mistakes. Tell us if you find one.',
  },
  publisher:
    'The Libraries Taskforce first published the toolkit in December 2015. This independent restatement is not a government publication. It has no named publisher yet: write to its editors at the contact address.',
  predecessor: {
    name: 'Libraries Taskforce',
    until: '2020-12-31',
    notice:
      'The Libraries Taskforce wrote the original toolkit and published it on GOV.UK. It was active from 2015 to 2020. This is an independent restatement of it in new words: it is not a government publication, and nobody from the Taskforce has approved it.',
  },
  licence: {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  },
  vocabularies: {
    priorities: {
      label: 'Priorities',
      singular: 'Priority',
      description: 'The priorities it helps with.',
      terms: [
        {id: 'health-and-wellbeing', label: 'Health and wellbeing'},
        {id: 'jobs-and-enterprise', label: 'Jobs and enterprise'},
        {id: 'children-and-literacy', label: 'Children and literacy'},
        {id: 'lifelong-learning', label: 'Lifelong learning'},
        {id: 'digital-inclusion', label: 'Digital inclusion'},
        {id: 'community-cohesion', label: 'Community cohesion'},
        {id: 'culture-and-creativity', label: 'Culture and creativity'},
        {id: 'access-and-inclusion', label: 'Access and inclusion'},
        {id: 'environment-and-climate', label: 'Environment and climate'},
      ],
    },
    approaches: {
      label: 'Approaches',
      singular: 'Approach',
      terms: [
        {
          id: 'governance-and-delivery-models',
          label: 'Governance and delivery models',
        },
        {id: 'community-run-libraries', label: 'Community-run libraries'},
        {id: 'commissioning', label: 'Commissioning'},
        {id: 'co-location', label: 'Co-location'},
        {id: 'joint-procurement', label: 'Joint procurement'},
        {id: 'income-generation', label: 'Income generation'},
        {id: 'exploring-digital', label: 'Exploring digital'},
        {id: 'workforce-and-volunteers', label: 'Workforce and volunteers'},
        {id: 'evidence-and-benchmarking', label: 'Evidence and benchmarking'},
        {
          id: 'strategic-planning-and-consultation',
          label: 'Strategic planning and consultation',
        },
      ],
    },
    regions: {
      label: 'Regions',
      singular: 'Region',
      description: 'The regions it is in.',
      guidance: false,
      required: true,
      terms: [
        {id: 'national', label: 'National', tile: {column: 1, row: 1}},
        {id: 'north-east', label: 'North East', tile: {column: 3, row: 1}},
        {id: 'north-west', label: 'North West', tile: {column: 2, row: 2}},
        {id: 'yorkshire-and-the-humber', label: 'Yorkshire and the Humber', tile: {column: 3, row: 2}},
        {id: 'east-midlands', label: 'East Midlands', tile: {column: 3, row: 3}},
        {id: 'west-midlands', label: 'West Midlands', tile: {column: 2, row: 3}},
        {id: 'east-of-england', label: 'East of England', tile: {column: 4, row: 3}},
        {id: 'london', label: 'London', tile: {column: 4, row: 4}},
        {id: 'south-east', label: 'South East', tile: {column: 3, row: 4}},
        {id: 'south-west', label: 'South West', tile: {column: 2, row: 4}},
        {id: 'wales', label: 'Wales', tile: {column: 1, row: 3}},
      ],
    },
  },
  sections: {
    guidance: [
      'Why it matters to a chief executive',
      'Why it matters to a portfolio holder',
      'What the evidence says',
      'What good looks like',
      'Questions to ask your service',
      'First steps',
      'What has changed since 2017',
      'Case studies',
    ],
    advice: ['Questions to ask your service', 'First steps'],
  },
  abbreviations: ['AI', 'BBC', 'DWP', 'IP', 'LGA', 'NHS', 'NICE', 'ONS', 'RNIB', 'SEND'],
  owners: [
    {
      id: 'guidance-editor',
      label: 'Guidance editor',
      team: '@example-org/guidance-editor',
      owns: ['/docs/', '/blog/_pending/'],
    },
    {
      id: 'case-study-editor',
      label: 'Case study editor',
      team: '@example-org/case-study-editor',
      owns: ['/docs/case-studies/', '/blog/_pending/'],
    },
    {
      id: 'engine-maintainer',
      label: 'Engine maintainer',
      team: '@example-org/engine-maintainer',
      owns: [
        '/src/',
        '/scripts/',
        '/tests/',
        '/decisions/',
        '/.ci/',
        '/.github/workflows/',
        '/package.json',
        '/package-lock.json',
      ],
    },
    {id: 'publisher', label: 'Publisher', team: '@example-org/publisher', owns: ['*']},
  ],
});
