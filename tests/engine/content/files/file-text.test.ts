import {expect, test} from 'vitest';
import {fileText} from '../../../../src/content/files/file-text.ts';

test('text is read unchanged, including a byte-order mark', () => {
  expect(fileText(new TextEncoder().encode('\uFEFFCaf\u00E9'))).toBe('\uFEFFCaf\u00E9');
  expect(fileText(new Uint8Array())).toBe('');
});

test.each([
  ['a NUL byte', [0x41, 0]],
  ['a byte that begins no character', [0x41, 0xff]],
  ['half a character', [0x41, 0xc3]],
])('%s makes it no text', (_, bytes) => {
  expect(fileText(new Uint8Array(bytes))).toBeUndefined();
});
