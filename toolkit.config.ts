import {defineToolkit} from './src/content/define-toolkit.ts';

export default defineToolkit({
  title: 'Libraries shaping the future',
  strapline: 'Good practice toolkit',
  description:
    'How public library services support local and national priorities, ways to run them at a good cost, and case studies from services that have done it.',
  audience: 'council chief executives, library portfolio holders and library managers',
  url: 'https://toolkit.example',
  repository: 'example-org/libraries-toolkit',
  email: 'feedback@toolkit.example',
  phase: {
    name: 'beta',
    text: 'This toolkit is in beta: it is being tested and improved, and parts are still to come.',
  },
  publisher:
    'An independent restatement of the toolkit that the Libraries Taskforce, active from 2015 to 2020, first published in December 2015. It is not a government publication, and its publisher is not named yet.',
  predecessor: {
    name: 'Libraries Taskforce',
    until: '2020-12-31',
    told_on: ['index', 'reference/history'],
    notice:
      'The Libraries Taskforce wrote the original toolkit and published it on GOV.UK. It was active from 2015 to 2020. This is an independent restatement of it in new words: it is not a government publication, and nobody from the Taskforce has approved it.',
  },
  licence: {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  },
  priorities: [
    {id: 'health-and-wellbeing', label: 'Health and wellbeing', page: 'priorities/health-and-wellbeing'},
    {id: 'jobs-and-enterprise', label: 'Jobs and enterprise', page: 'priorities/jobs-and-enterprise'},
    {id: 'children-and-literacy', label: 'Children and literacy', page: 'priorities/children-and-literacy'},
    {id: 'lifelong-learning', label: 'Lifelong learning'},
    {id: 'digital-inclusion', label: 'Digital inclusion'},
    {id: 'community-cohesion', label: 'Community cohesion'},
    {id: 'culture-and-creativity', label: 'Culture and creativity'},
    {id: 'access-and-inclusion', label: 'Access and inclusion'},
    {id: 'environment-and-climate', label: 'Environment and climate'},
  ],
  approaches: [
    {
      id: 'governance-and-delivery-models',
      label: 'Governance and delivery models',
      page: 'approaches/governance-and-delivery-models',
    },
    {id: 'community-run-libraries', label: 'Community-run libraries'},
    {id: 'commissioning', label: 'Commissioning', page: 'approaches/commissioning'},
    {id: 'co-location', label: 'Co-location', page: 'approaches/co-location'},
    {id: 'joint-procurement', label: 'Joint procurement', page: 'approaches/joint-procurement'},
    {id: 'income-generation', label: 'Income generation', page: 'approaches/income-generation'},
    {id: 'exploring-digital', label: 'Exploring digital', page: 'approaches/exploring-digital'},
    {id: 'workforce-and-volunteers', label: 'Workforce and volunteers'},
    {id: 'evidence-and-benchmarking', label: 'Evidence and benchmarking'},
    {id: 'strategic-planning-and-consultation', label: 'Strategic planning and consultation'},
  ],
  abbreviations: ['AI', 'BBC', 'DWP', 'IP', 'LGA', 'NHS', 'NICE', 'ONS', 'RNIB', 'SEND'],
  regions: [
    {id: 'national', label: 'National'},
    {id: 'north-east', label: 'North East'},
    {id: 'north-west', label: 'North West'},
    {id: 'yorkshire-and-the-humber', label: 'Yorkshire and the Humber'},
    {id: 'east-midlands', label: 'East Midlands'},
    {id: 'west-midlands', label: 'West Midlands'},
    {id: 'east-of-england', label: 'East of England'},
    {id: 'london', label: 'London'},
    {id: 'south-east', label: 'South East'},
    {id: 'south-west', label: 'South West'},
    {id: 'wales', label: 'Wales'},
  ],
  owners: [
    {id: 'guidance-editor', label: 'Guidance editor', team: '@example-org/guidance-editor'},
    {id: 'case-study-editor', label: 'Case study editor', team: '@example-org/case-study-editor'},
    {id: 'publisher', label: 'Publisher', team: '@example-org/publisher'},
  ],
  contribute: {label: 'Propose a case study', to: '/contribute/propose-a-case-study/'},
  footer: [
    {label: 'The statutory duty', to: '/toolkit/reference/statutory-duty/'},
    {label: 'Accessibility', to: '/about/accessibility/'},
    {label: 'Privacy', to: '/about/privacy/'},
    {label: 'History of the toolkit', to: '/toolkit/reference/history/'},
  ],
});
