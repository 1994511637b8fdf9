import {defineDirective, defineToolkit, h, z} from 'good-practice-toolkit';
import vocabularies from './vocabularies.json' with {type: 'json'};

/** `:::terms` around a list in which each entry is a term, a colon and what it means. */
const terms = defineDirective({
  name: 'terms',
  description: 'Shows a list as terms with their meanings. Each entry is a term, a colon and its meaning.',
  has_text: true,
  attributes: z.object({}),
  render: (_attributes, lists) => {
    const entries = lists.flatMap((list) => (list.type === 'element' ? list.children : []));
    return h(
      'dl',
      entries.flatMap((entry) => {
        if (entry.type !== 'element') return [];
        const [first, ...rest] = entry.children;
        const [term = '', ...meaning] = first?.type === 'text' ? first.value.split(': ') : [];
        const id = term
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '');
        return [h('dt', {id}, term), h('dd', [meaning.join(': '), ...rest])];
      }),
    );
  },
});

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
  theme: {logo: 'favicon.svg', fonts: {headings: {name: 'Newsreader', file: 'fonts/newsreader.woff2'}}},
  phase: {
    name: 'beta',
    text: 'This is a beta. It may contain mistakes. Tell us if you find one.',
  },
  footer_text:
    'This is an independent restatement of a toolkit that the Libraries Taskforce published in December 2015. It is not a government publication.',
  predecessor: {
    name: 'Libraries Taskforce',
    until: '2020-12-31',
    notice:
      'The Libraries Taskforce, which worked from 2015 to 2020, published the original toolkit on GOV.UK. This is an independent restatement in new words. It is not a government publication, and nobody from the Taskforce has approved it.',
  },
  // Every page has the word library, so it would find everything, and its places fill two files of the index.
  labels: {
    'search.commonWords':
      'a about an and are as at be by can could do does for from has have how i if in into is it its may me much must my of on one or our should so that the their there they this to us was we were what when where which who why will with would you your libraries library',
  },
  edition_labels: {'2017-03': 'Record of the 2017 toolkit, reconstructed'},
  licence: {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  },
  vocabularies,
  sections: {
    guidance: [
      'First steps',
      'Questions to ask your service',
      'What it costs',
      'What good looks like',
      'Why it matters',
      'What the evidence says',
      'Case studies',
      'What has changed since 2017',
      'What we could not find',
    ],
    advice: ['Questions to ask your service', 'First steps'],
    briefing: [
      'First steps',
      'Questions to ask your service',
      'What it costs',
      'The options side by side',
      'What the evidence says',
      'What it cost',
      'What happened',
      'What they learned',
      'Can we close a library, and what must we do first?',
      'Questions to answer before a decision',
    ],
    aside: ['Questions to ask your service', 'What we could not find'],
  },
  scales: [
    {
      id: 'cost',
      label: 'Cost',
      symbol: '£',
      description: 'The sum that a council pays to start it or to run it for a year, in most examples with a figure.',
      steps: [
        {id: 'staff-time', label: 'Staff time only', meaning: 'It can be started without new money.', marks: 0},
        {id: 'low', label: 'Low', meaning: 'Under £50,000.', marks: 1},
        {id: 'medium', label: 'Medium', meaning: 'From £50,000 to £500,000.', marks: 2},
        {id: 'high', label: 'High', meaning: 'Over £500,000.', marks: 3},
      ],
    },
    {
      id: 'evidence',
      label: 'Evidence',
      symbol: 'book',
      description:
        'How well its results are proved. It says nothing about how good the results are. A case study is marked by who assessed it.',
      steps: [
        {id: 'none', label: 'None', meaning: 'No result of it is measured.', marks: 0},
        {id: 'weak', label: 'Weak', meaning: 'Those who run it counted or described their own results.', marks: 1},
        {id: 'limited', label: 'Limited', meaning: 'Someone else studied or evaluated a few examples.', marks: 2},
        {id: 'good', label: 'Good', meaning: 'Several evaluations agree on what it achieves.', marks: 3},
        {id: 'strong', label: 'Strong', meaning: 'Independent studies compared places with and without it.', marks: 4},
      ],
    },
    {
      id: 'time',
      label: 'Time to effect',
      symbol: 'clock',
      description: 'How long councils took from the decision to a first result or a finished change.',
      steps: [
        {id: 'months', label: 'Up to a year', meaning: 'The first result came within a year.', marks: 1},
        {id: 'two-years', label: '1 to 2 years', meaning: 'It took more than one year and up to two.', marks: 2},
        {id: 'longer', label: 'Over 2 years', meaning: 'It took more than two years.', marks: 3},
      ],
    },
    {
      id: 'risk',
      label: 'Risk',
      symbol: 'warning',
      description: 'What has gone wrong in law or for the service, in the cases that we know.',
      steps: [
        {id: 'low', label: 'No failure found', meaning: 'We know of no case that went wrong.', marks: 0},
        {
          id: 'medium',
          label: 'Medium',
          meaning: 'Users lost hours or access, or a council lost money or a partner.',
          marks: 1,
        },
        {
          id: 'high',
          label: 'High',
          meaning: 'A provider failed, a council took its libraries back, or a council lost in court.',
          marks: 2,
        },
      ],
    },
  ],
  directives: [terms],
  abbreviations: ['AI', 'BBC', 'DWP', 'IP', 'LGA', 'NHS', 'NICE', 'ONS', 'RNIB', 'SEND'],
  owners: [
    {
      id: 'guidance-editor',
      label: 'Guidance editor',
      team: '@example-org/guidance-editor',
      owns: ['/docs/', '/blog/', '/ledgers/addresses/'],
    },
    {
      id: 'case-study-editor',
      label: 'Case study editor',
      team: '@example-org/case-study-editor',
      owns: ['/docs/case-studies/', '/blog/', '/ledgers/addresses/'],
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
  launched: '2026-11-27',
});
