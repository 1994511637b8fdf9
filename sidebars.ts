import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

// Guidance only, at most 60 links: case studies are reached by their list, search and related pages,
// so that a page weighs the same however many there are.
const sidebars: SidebarsConfig = {
  toolkit: [
    'index',
    {
      type: 'category',
      label: 'Priorities',
      items: ['priorities/health-and-wellbeing', 'priorities/jobs-and-enterprise', 'priorities/children-and-literacy'],
    },
    {
      type: 'category',
      label: 'Approaches',
      items: [
        'approaches/governance-and-delivery-models',
        'approaches/commissioning',
        'approaches/co-location',
        'approaches/joint-procurement',
        'approaches/income-generation',
        'approaches/exploring-digital',
      ],
    },
    {type: 'category', label: 'Reference', items: ['reference/statutory-duty', 'reference/history']},
    {type: 'link', label: 'Case studies', href: '/case-studies/'},
  ],
};

export default sidebars;
