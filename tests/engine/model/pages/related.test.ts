import {expect, test} from 'vitest';
import {filedElsewhere, relatedStudies as relate} from '../../../../src/model/pages/related.ts';

const study = (id: string, priorities: string[], approaches: string[] = []) => ({
  id,
  priorities,
  approaches,
  leadsTo: [],
  address: '',
  title: id,
  description: '',
  service: '',
  place: '',
  regions: [],
  evidence: 'self-reported' as const,
});

const relatedStudies = (page: Parameters<typeof relate>[0], studies: typeof STUDIES, subjectId?: string) =>
  relate(page, studies, subjectId);

const STUDIES = [
  study('a', ['homes']),
  study('b', ['homes', 'roads'], ['wardens']),
  study('c', ['warnings']),
  study('d', ['roads']),
];

test('what shares most comes first, and a study is not related to itself', () => {
  const related = relatedStudies(
    {leadsTo: [], id: 'b', priorities: ['homes', 'roads'], approaches: ['wardens']},
    STUDIES,
  );
  expect(related.map(({id}) => id)).toEqual(['a', 'd']);
  expect(
    relatedStudies({leadsTo: [], id: 'page', priorities: ['homes', 'roads'], approaches: []}, STUDIES)[0]?.id,
  ).toBe('b');
  expect(relatedStudies({leadsTo: [], id: 'page', priorities: [], approaches: []}, STUDIES)).toEqual([]);
});

test('the page of a priority or an approach offers no study of another, whatever else the two share', () => {
  const page = {id: 'page', priorities: ['warnings'], approaches: ['wardens'], leadsTo: ['c']};
  expect(relatedStudies(page, STUDIES, 'warnings')).toEqual([]);
  expect(relatedStudies(page, STUDIES, 'wardens').map(({id}) => id)).toEqual(['b']);
});

test('any other page with priorities offers studies of those, and one without them by its approaches', () => {
  const offered = (priorities: string[]) =>
    relatedStudies({id: 'page', priorities, approaches: ['wardens'], leadsTo: []}, STUDIES).map(({id}) => id);
  expect(offered(['warnings'])).toEqual(['c']);
  expect(offered([])).toEqual(['b']);
});

test('what the words of the page lead to already is not offered again', () => {
  const page = {id: 'page', priorities: ['homes'], approaches: [], leadsTo: ['a']};
  expect(relatedStudies(page, STUDIES).map(({id}) => id)).toEqual(['b']);
});

test('what a page leads to may be filed under other subjects than its own', () => {
  const elsewhere = (subject: string, leadsTo: string[]) =>
    filedElsewhere({leadsTo}, subject, STUDIES).map(({id}) => id);
  expect(elsewhere('homes', ['a', 'c', 'd', 'gone'])).toEqual(['c', 'd']);
  expect(elsewhere('wardens', ['b', 'a'])).toEqual(['a']);
});
