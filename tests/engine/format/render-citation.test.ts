import {expect, test} from 'vitest';
import {renderBibtex, renderRis} from '../../../src/format/render-citation.ts';

const PAGE = {
  title: 'Pumps & boats_100%',
  work: 'Ready for the river: Flood resilience',
  publisher: 'Ready for the river',
  url: 'https://flood.example/toolkit/pumps/',
  fingerprint: '0123456789abcdef',
  updated: '2026-11-24',
};

test('RIS has a line for each fact, and none for a fact that is not known', () => {
  expect(renderRis({...PAGE, edition: '2026-11'}).split('\r\n')).toEqual([
    'TY  - ELEC',
    'TI  - Pumps & boats_100%',
    'T2  - Ready for the river: Flood resilience',
    'AU  - Ready for the river',
    'PB  - Ready for the river',
    'PY  - 2026',
    'DA  - 2026/11/24',
    'ET  - 2026-11',
    'UR  - https://flood.example/toolkit/pumps/',
    'N1  - Fingerprint 0123456789abcdef',
    'ER  - ',
    '',
  ]);
  expect(renderRis({...PAGE, updated: undefined})).not.toMatch(/^(PY|DA|ET)/m);
});

test('BibTeX escapes what TeX would read as code', () => {
  expect(renderBibtex(PAGE)).toBe(`@misc{toolkit-toolkit-pumps,
  title = {{Pumps \\& boats\\_100\\%}},
  author = {{Ready for the river}},
  howpublished = {Ready for the river: Flood resilience},
  year = {2026},
  url = {https://flood.example/toolkit/pumps/},
}
`);
  expect(renderBibtex({...PAGE, title: 'a\\b{c}'})).toContain('{{a\\textbackslash{}b\\{c\\}}}');
});
