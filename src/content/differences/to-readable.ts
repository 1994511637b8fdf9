import type {Edit, Segment} from '../diff/edit.ts';

/** The address of a link among words that are told as one text. */
const ADDRESS_RE = / \((?:(?:https?:|mailto:|\.{0,2}\/|#)[^\s()]*|[^\s()]+\.md(?:[#?][^\s()]*)?)(?: "[^"]*")?\)/g;

/**
 * An edit as readers are shown it: an address only where it is what changed, not beside words that came or went with
 * it; and, for readers have no files, a page of the toolkit by its path alone.
 */
export function toReadable(edit: Edit): Edit {
  return {
    ...edit,
    after: edit.kind === 'moved' ? edit.after?.replace(ADDRESS_RE, '') : edit.after,
    segments: edit.segments
      .filter((segment, index, all) => segment.what !== 'link' || !isWithItsWords(segment, all[index - 1]))
      .map((segment) => (segment.what === 'link' ? {...segment, text: withoutFile(segment.text)} : segment)),
    contents: edit.contents.map(toReadable),
  };
}

/** Whether the words that an address stands behind came or went with it: of one stretch, what went stands before what came. */
function isWithItsWords({kind}: Segment, before: Segment | undefined): boolean {
  return kind !== 'same' && before?.kind === kind;
}

function withoutFile(text: string): string {
  return text.replace(/\((?:\.{1,2}\/)*(?![a-z][a-z\d+.-]*:)([^\s)]+?)\.md(?=[)#?\s])/gi, '($1');
}
