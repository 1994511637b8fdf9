import {describe, expect, test} from 'vitest';
import {freezeEdition} from '../../../src/changes/editions/freeze-edition.ts';
import {recordsOf} from '../../../src/changes/updates/page-record.ts';
import {catalogueOf} from '../../../src/content/pages/catalogue.ts';
import {facetsOf} from '../../../src/content/pages/facets.ts';
import {standardSections} from '../../../src/content/pages/page-kinds.ts';
import {termsOf} from '../../../src/content/records/updated-terms.ts';
import {apiSource} from '../../../src/features/api/api-source.ts';
import {contentItems} from '../../../src/features/api/content-items.ts';
import {caseStudyProposalForm} from '../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {fieldsOf} from '../../../src/features/contributions/forms/parse-issue-body.ts';
import {caseStudyExample} from '../../../src/rules/examples/example-files.ts';
import {checkModel} from '../../../src/rules/rule-set.ts';
import {page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const DAY = '2026-11-24';

const themes = {label: 'Themes', singular: 'Theme', terms: [{id: 'mud', label: 'Mud'}]};

/** A toolkit with the vocabularies, and a page and a case study with these keys. */
function filedUnder(vocabularies: object, pageKeys: string, studyKeys: string) {
  return toolkitWith({
    'toolkit.config.ts': `export default ${JSON.stringify({vocabularies})};\n`,
    'docs/priorities/homes.md': page('Homes', pageKeys),
    'docs/case-studies/weir.md': caseStudyExample(studyKeys).replace('regions: [riverside]\n', ''),
  });
}

const problemsIn = (toolkit: ReturnType<typeof toolkitWith>) => checkModel(toolkit, DAY).map(({problem}) => problem);

describe('a toolkit with one vocabulary', () => {
  const toolkit = filedUnder({themes}, 'themes: [mud]\n', 'themes: [mud]\n');

  test('has its facets, its updates and its folder of guidance', () => {
    const {config} = toolkit;
    const facets = facetsOf(config, catalogueOf(toolkit).caseStudies);
    // Evidence that is the same for every case study filters nothing.
    expect(facets.map(({id, label}) => [id, label])).toEqual([['theme', 'Theme']]);
    expect(facets[0]?.terms).toMatchObject([{id: 'mud', address: '/case-studies/theme/mud/', count: 1}]);
    expect(termsOf(toolkit)).toEqual([{id: 'mud', label: 'Mud', pageIds: ['priorities/homes', 'case-studies/weir']}]);
    const sections = {...config.sections, guidance: ['First steps']};
    expect(standardSections('page', 'themes/mud', {...config, sections})).toEqual(['First steps']);
    expect(standardSections('page', 'priorities/homes', {...config, sections})).toEqual([]);
  });

  test('is asked for in the form, given in the API and kept with an edition', () => {
    const asked = fieldsOf(caseStudyProposalForm(toolkit.config)).filter(({type}) => type === 'dropdown');
    expect(asked.map(({attributes}) => attributes.label)).toEqual(['Themes', 'Evidence']);
    const source = apiSource(toolkit.config, toolkit, recordsOf(toolkit, DAY));
    const item = contentItems(source, new Map()).get('/toolkit/priorities/homes/');
    expect(item?.links).toMatchObject({themes: [{id: 'mud', title: 'Mud'}]});
    const frozen = freezeEdition(toolkit, {name: '2026-11', day: DAY, versions: [], lastUpdate: undefined});
    const record = frozen.find(({path}) => path === 'ledgers/editions/2026-11.json');
    expect(JSON.parse(String(record?.content)).vocabularies).toEqual({themes: {mud: 'Mud'}});
  });
});

test('the word in addresses is the one that is set', () => {
  const toolkit = filedUnder({themes: {...themes, address: 'topic'}}, '', 'themes: [mud]\n');
  expect(facetsOf(toolkit.config, catalogueOf(toolkit).caseStudies)[0]?.terms).toMatchObject([
    {address: '/case-studies/topic/mud/'},
  ]);
});

test('a vocabulary that only case studies have is no key of other pages, and a required one is asked of each', () => {
  const rivers = {...themes, label: 'Rivers', singular: 'River', guidance: false, required: true};
  expect(problemsIn(filedUnder({rivers}, 'rivers: [mud]\n', ''))).toEqual([
    expect.stringMatching(/^unknown key `rivers`, expected /),
    expect.stringMatching(/^`rivers` is missing, expected a list/),
  ]);
  expect(problemsIn(filedUnder({rivers}, '', 'rivers: []\n'))).toEqual([expect.stringMatching(/^`rivers` /)]);
  expect(problemsIn(filedUnder({rivers}, '', 'rivers: [mud]\n'))).toEqual([]);
});

test('a required vocabulary of guidance is required of case studies alone', () => {
  const required = {themes: {...themes, required: true}};
  expect(problemsIn(filedUnder(required, '', 'themes: [mud]\n'))).toEqual([]);
  expect(problemsIn(filedUnder(required, '', ''))).toEqual([expect.stringMatching(/^`themes` is missing/)]);
});
