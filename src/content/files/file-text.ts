import {oncePer} from '../memo.ts';

/** Keeps a byte-order mark, which a rule reports. Shared, because creating a decoder is slower than decoding a page. */
const DECODER = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** The text of a file, decoded once; `undefined` if it is not UTF-8 text or contains a NUL byte. */
export const fileText = oncePer((bytes: Uint8Array): string | undefined => {
  if (bytes.includes(0)) return undefined;
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
});
