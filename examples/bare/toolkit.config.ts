import {defineToolkit} from 'good-practice-toolkit';

export default defineToolkit({
  title: 'Ready for the heat',
  strapline: 'Notes for allotments',
  description: 'How allotment holders keep plants and people safe in a heatwave, in two pages.',
  audience: 'allotment holders',
  url: 'https://heat.example',
  repository: 'example-org/heat',
  email: 'heat@heat.example',
  phase: {name: 'alpha', text: 'It is an example: its advice is invented.'},
  licence: {
    name: 'CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    attribution: 'In the public domain.',
  },
  owners: [{id: 'editor', label: 'Editor', team: '@example-org/editor', owns: ['*']}],
  case_studies: false,
  features: false,
});
