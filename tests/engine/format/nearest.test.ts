import {expect, test} from 'vitest';
import {nearest, nearestPlace} from '../../../src/format/nearest.ts';

const PLACES = [
  'index',
  'approaches/co-location',
  'case-studies/fab-lab-devon',
  'case-studies/warwickshire-community-libraries',
  'case-studies/wrexham-libraries',
  'priorities/wellbeing',
];

test.each([
  ['pubilsh', 'publish'],
  ['guidence-editor', 'guidance-editor'],
  ['What happend', 'What happened'],
])('`%s` means `%s`', (word, meant) => {
  expect(nearest(word, ['publish', 'title', 'text', 'guidance-editor', 'What happened'])).toBe(meant);
});

test.each([
  ['yes', ['no']],
  ['owner', ['cost', 'region', 'pages']],
  ['marlford-warm-room', ['fab-lab-devon']],
  ['buckinghamshire-community-libraries', ['warwickshire-community-libraries']],
  ['anything', []],
])('`%s` means none of %j', (word, valid) => {
  expect(nearest(word, valid)).toBeUndefined();
});

test.each([
  ['case-studies/fab-lab-devn', 'case-studies/fab-lab-devon'],
  ['case-study/fab-lab-devon', 'case-studies/fab-lab-devon'],
  ['fab-lab-devon', 'case-studies/fab-lab-devon'],
  ['priorities/co-location/', 'approaches/co-location'],
  ['prioritise/welbeing', 'priorities/wellbeing'],
])('the place `%s` means `%s`', (place, meant) => {
  expect(nearestPlace(place, PLACES)).toBe(meant);
});

test.each(['case-studies/marlford-warm-room', 'case-studies/', 'priorities/housing', ''])(
  'the place `%s` means none: a folder in common says nothing',
  (place) => {
    expect(nearestPlace(place, PLACES)).toBeUndefined();
  },
);

test('a name that stands in two folders means the one whose folder is near', () => {
  expect(nearestPlace('aproaches/co-location', [...PLACES, 'case-studies/co-location'])).toBe('approaches/co-location');
  expect(nearestPlace('co-location', [...PLACES, 'case-studies/co-location'])).toBeUndefined();
});
