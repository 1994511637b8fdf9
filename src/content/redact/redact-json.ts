import type {Redacted, Taken, Taking} from './redaction.ts';
import {redactPlain, take} from './redaction.ts';

const STRING_RE = /"(?:[^"\\]|\\.)*"/gsu;

/** Takes words out of the strings of a JSON text, names among them; all else stays as it is written. */
export function redactJson(text: string, taking: Taking): Redacted {
  const edits = [...text.matchAll(STRING_RE)].flatMap(({0: token, index}): Taken[] => {
    const value = readString(token);
    const redacted = redactPlain(value, taking);
    if (redacted.places.length === 0) return [];
    const places = redacted.places.map((place) => ({...place, offset: index}));
    return [{start: index, end: index + token.length, text: JSON.stringify(redacted.text), places}];
  });
  // A file that is no JSON after all is text.
  return redactRest(take(text, edits), taking);
}

/** What the strings do not hold: words that are a number, or that reach over several values. */
function redactRest({text, places}: Redacted, taking: Taking): Redacted {
  const rest = redactPlain(text, taking);
  return {text: rest.text, places: [...places, ...rest.places]};
}

function readString(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token.slice(1, -1);
  }
}
