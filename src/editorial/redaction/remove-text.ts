import type {Node} from 'mdast';
import {toString as textIn} from 'mdast-util-to-string';
import {markdownParser} from '../../markdown/parse-markdown.ts';
import {createPlaceFinder} from '../../markdown/place-finder.ts';
import {visit} from '../../markdown/visit.ts';
import {fileText} from '../../model/files/file-text.ts';
import {frontMatterTexts} from '../../model/front-matter-texts.ts';
import {LINK_FOLDER} from '../../model/link-ledger/link-ledger.ts';
import {type Fault, type Place, renderPlace} from '../../model/problem.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import type {SourceFile} from '../../model/toolkit.ts';
import {isGenerated, kindOf, type Redacted, type Removal, redactText} from './redact-text.ts';
import type {TextMatcher} from './text-matcher.ts';

/** A file that loses text. */
interface RedactedFile extends Redacted {
  path: string;
  before: SourceFile;
}

/** What is removed from the files of a toolkit. */
export interface Removed {
  /** Files that go whole. */
  files: SourceFile[];
  redacted: RedactedFile[];
  /** Places that only a person can fix. */
  faults: Fault[];
}

/** Encodings in which programs write names into pictures and documents. */
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

/** Removes a text from every file where that can be done. */
export function removeText(
  files: readonly SourceFile[],
  removal: Removal,
  read: (path: string, text: string) => SourceDocument,
): Removed {
  const removed: Removed = {files: [], redacted: [], faults: []};
  const {matcher} = removal;
  for (const file of files) {
    const {path, bytes} = file;
    const text = fileText(bytes);
    const kind = kindOf(path);
    if (matcher.isIn(path)) removed.faults.push(inName(path));
    // Some PDF documents are text, but removing a part would break them.
    if (text === undefined || path.toLowerCase().endsWith('.pdf')) {
      const isIn = ENCODINGS.some((encoding) => matcher.isIn(new TextDecoder(encoding).decode(bytes)));
      if (isIn) removed.faults.push(inPicture(path));
      continue;
    }
    if (!kind) {
      removed.faults.push(...rangePlaces(text, matcher.find(text)).map((place) => inCode(path, place)));
      continue;
    }
    const redacted = redactText(kind, text, removal);
    if (redacted.places.length > 0) removed.redacted.push({path, before: file, ...redacted});
    if (kind !== 'markdown') continue;
    removed.faults.push(...visiblePlaces(read(path, redacted.text), matcher).map((place) => inMarkup(path, place)));
  }
  return removed;
}

/** The lines and columns of ranges. */
export function rangePlaces(text: string, ranges: readonly {start: number}[]): Place[] {
  const placeAt = createPlaceFinder(text);
  return ranges.map(({start}) => placeAt(start));
}

/** Where readers would still see the text, because markup divides it or an escape hides it in the file. */
function visiblePlaces({text, frontMatter, placeOf}: SourceDocument, matcher: TextMatcher): (Place | undefined)[] {
  const places = frontMatterTexts(frontMatter)
    .filter(({text: value}) => matcher.isIn(value))
    .map(({path}) => placeOf(path));
  // Parsing is slow, and most pages cannot contain the text.
  if (!text.includes(matcher.firstWord) && !text.includes('&')) return places;
  visit(markdownParser.parse(text), ['paragraph', 'heading', 'tableCell'], (node: Node) => {
    if (matcher.isIn(textIn(node))) places.push(node.position?.start);
  });
  return places;
}

function inCode(path: string, place: Place): Fault {
  return {
    problem: `${renderPlace(path, place)}: the text is in ${isGenerated(path) ? 'a generated file' : 'code or configuration'}, expected it only in content`,
    fix: isGenerated(path)
      ? 'Remove it from the source of the file, run `npm run generate`, then run this command again.'
      : 'Remove it by hand, then run this command again.',
  };
}

function inMarkup(path: string, place: Place | undefined): Fault {
  return {
    problem: `${renderPlace(path, place)}: readers see the text and the file has markup within it, expected it in one piece`,
    fix: 'Remove it by hand; in an edition or a published text, write it there in one piece and run this command again.',
  };
}

function inName(path: string): Fault {
  return {
    problem: `${path}: the name of the file has the text, expected a name without it: it is an address`,
    fix: path.startsWith(`${LINK_FOLDER}/`)
      ? 'Remove the links to that host from the pages and run `npm run links -- --external`, then run this command again: the record goes with the last link.'
      : 'Remove a page whole with `--page <id>`, and publish what may stay under another name; rename any other file.',
  };
}

function inPicture(path: string): Fault {
  return {
    problem: `${path}: a picture or document has the text, expected it only in text files`,
    fix: 'Replace it with a file without the text, also in its metadata, then run this command again.',
  };
}
