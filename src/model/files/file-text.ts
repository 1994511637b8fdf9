import {oncePer} from '../memo.ts';

/** A byte-order mark is kept: a rule finds it. Made once: it takes longer to make than to decode a page. */
const DECODER = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** The words of a file, decoded once; `undefined` where its bytes are no UTF-8 text: a NUL byte never stands in one. */
export const fileText = oncePer((bytes: Uint8Array): string | undefined => {
  if (bytes.includes(0)) return undefined;
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
});
