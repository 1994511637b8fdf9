import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

// Guidance only, at most 60 links: case studies are reached by their list, search and related pages,
// so that a page weighs the same however many there are.
const sidebars: SidebarsConfig = {
  toolkit: [
    'index',
    {
      type: 'category',
      label: 'Priorities',
      items: [
        'priorities/health-and-wellbeing',
        'priorities/jobs-and-enterprise',
        'priorities/children-and-literacy',
        'priorities/lifelong-learning',
        'priorities/digital-inclusion',
        'priorities/community-cohesion',
        'priorities/culture-and-creativity',
        'priorities/access-and-inclusion',
        'priorities/environment-and-climate',
      ],
    },
    {
      type: 'category',
      label: 'Approaches',
      items: [
        'approaches/governance-and-delivery-models',
        'approaches/community-run-libraries',
        'approaches/commissioning',
        'approaches/co-location',
        'approaches/joint-procurement',
        'approaches/income-generation',
        'approaches/exploring-digital',
        'approaches/workforce-and-volunteers',
        'approaches/evidence-and-benchmarking',
        'approaches/strategic-planning-and-consultation',
      ],
    },
    {
      type: 'category',
      label: 'Reference',
      items: [
        'reference/summary',
        'reference/statutory-duty',
        'reference/national-policy',
        'reference/glossary',
        'reference/organisations',
        'reference/reading-list',
        'reference/history',
      ],
    },
    {type: 'link', label: 'Case studies', href: '/case-studies/'},
  ],
};

export default sidebars;
