import {expect, test} from 'vitest';
import {relatedStudies as relate, relatedByPage} from '../../../../src/content/pages/related.ts';
import {vocabulariesWith} from '../../support/toolkits/sound-toolkit.ts';

const terms = (priorities: string[], approaches: string[] = []) => ({priorities, approaches});

const study = (id: string, ...own: Parameters<typeof terms>) => ({
  id,
  terms: terms(...own),
  leadsTo: [],
  address: '',
  title: id,
  description: '',
  service: '',
  place: '',
  evidence: 'self-reported' as const,
});

/** The vocabularies, in which a term may have its page. */
const vocabularies = vocabulariesWith({
  priorities: ['homes', 'roads', 'warnings'].map((id) => ({id, label: id, page: `about-${id}`})),
  approaches: [{id: 'wardens', label: 'Wardens', page: 'about-wardens'}],
});

const relatedStudies = (page: Parameters<typeof relate>[0], studies: typeof STUDIES) =>
  relate(page, studies, {vocabularies});

const STUDIES = [
  study('a', ['homes']),
  study('b', ['homes', 'roads'], ['wardens']),
  study('c', ['warnings']),
  study('d', ['roads']),
];

test('what shares most comes first, and a study is not related to itself', () => {
  const related = relatedStudies({leadsTo: [], id: 'b', terms: terms(['homes', 'roads'], ['wardens'])}, STUDIES);
  expect(related.map(({id}) => id)).toEqual(['a', 'd']);
  expect(relatedStudies({leadsTo: [], id: 'page', terms: terms(['homes', 'roads'])}, STUDIES)[0]?.id).toBe('b');
  expect(relatedStudies({leadsTo: [], id: 'page', terms: {}}, STUDIES)).toEqual([]);
});

test('the page of a term offers no study of another, whatever else the two share', () => {
  const page = {terms: terms(['warnings'], ['wardens']), leadsTo: ['c']};
  expect(relatedStudies({...page, id: 'about-warnings'}, STUDIES)).toEqual([]);
  expect(relatedStudies({...page, id: 'about-wardens'}, STUDIES).map(({id}) => id)).toEqual(['b']);
});

test('any other page offers studies by the first vocabulary that it uses', () => {
  const offered = (priorities: string[]) =>
    relatedStudies({id: 'page', terms: terms(priorities, ['wardens']), leadsTo: []}, STUDIES).map(({id}) => id);
  expect(offered(['warnings'])).toEqual(['c']);
  expect(offered([])).toEqual(['b']);
});

test('pages that are filed in the same way differ in what they lead to', () => {
  const page = (id: string, leadsTo: string[]) => ({
    ...{id, address: '', title: '', description: '', terms: terms(['homes'])},
    leadsTo,
  });
  const found = relatedByPage([page('one', []), page('two', ['b'])], STUDIES, {vocabularies});
  expect([found.one, found.two].map((related) => related?.map(({id}) => id))).toEqual([['a', 'b'], ['a']]);
});
