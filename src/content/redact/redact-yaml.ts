import type {Scalar} from 'yaml';
import {parseDocument, visit} from 'yaml';
import type {Redacted, Taken, Taking} from './redaction.ts';
import {redactPlain, take, takeHit} from './redaction.ts';

/** Takes words out of YAML: of each value as it is read, however it is quoted or folded, and of comments. */
export function redactYaml(text: string, taking: Taking): Redacted {
  const edits: Taken[] = [];
  const ranges: {start: number; end: number}[] = [];
  visit(parseDocument(text, {prettyErrors: false, version: '1.2'}), {
    Scalar: (_key, node) => {
      const [start, end] = node.range ?? [0, 0];
      if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return;
      ranges.push({start, end});
      const redacted = redactPlain(readScalar(node), taking);
      if (redacted.places.length === 0) return;
      const places = redacted.places.map((place) => ({...place, offset: start}));
      edits.push({start, end, text: JSON.stringify(redacted.text), places});
    },
  });
  const others = taking.matcher
    .find(text)
    .filter((hit) => !ranges.some(({start, end}) => start <= hit.start && hit.end <= end))
    // Words that reach from one value into another would take a key with them: the check of the result says so.
    .filter((hit) => !edits.some(({start, end}) => hit.start < end && start < hit.end));
  return take(text, [...edits, ...others.map((hit) => takeHit(text, hit, taking.replacement))]);
}

function readScalar({value, source}: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
