import {expect, test} from 'vitest';
import {nearest, nearestPlace} from '../../../src/format/nearest.ts';

const PLACES = ['index', 'approaches/co-location', 'case-studies/fab-lab-devon', 'priorities/wellbeing'];

test.each([
  ['pubilsh', 'publish'],
  ['What happend', 'What happened'],
  ['yes', undefined],
  ['buckinghamshire-community-libraries', undefined],
])('`%s` means `%s`', (word, meant) => {
  expect(nearest(word, ['publish', 'What happened', 'no', 'warwickshire-community-libraries'])).toBe(meant);
});

test.each([
  ['case-studies/fab-lab-devn', 'case-studies/fab-lab-devon'],
  ['priorities/co-location/', 'approaches/co-location'],
  ['prioritise/welbeing', 'priorities/wellbeing'],
  // A folder in common says nothing.
  ['priorities/wellington', undefined],
  ['', undefined],
])('the place `%s` means `%s`', (place, meant) => {
  expect(nearestPlace(place, PLACES)).toBe(meant);
});
