import type {Segment} from './edit.ts';

/** Words and addresses that came or went together as one stretch, and without the addresses that stayed. */
export function groupSegments(segments: readonly Segment[]): Segment[] {
  const groups: Segment[] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    const isBorder = segment.what === 'cell' || segment.what === 'row';
    const isPlain = last?.what === 'words' && !isBorder;
    if (segment.kind === 'same' && segment.what === 'link') continue;
    if (isPlain && last.kind === segment.kind) groups[groups.length - 1] = {...last, text: last.text + segment.text};
    else groups.push(isBorder ? segment : {...segment, what: 'words'});
  }
  return groups;
}
