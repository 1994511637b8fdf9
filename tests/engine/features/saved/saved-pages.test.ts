import {expect, onTestFinished, test, vi} from 'vitest';
import {savedPages} from '../../../../src/features/saved/client/saved-pages.ts';

test('only pages of this site are on the list, whatever another project of the same account stored', () => {
  const addresses = [
    '/toolkit/floods/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '//[',
    'javascript:a()',
  ];
  const stored = JSON.stringify([...addresses.map((address) => ({address, title: 'Floods'})), null, {}]);
  vi.stubGlobal('localStorage', {getItem: () => stored});
  vi.stubGlobal('location', new URL('https://flood.example/toolkit/'));
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(savedPages()).toEqual([{address: '/toolkit/floods/', title: 'Floods'}]);
});
