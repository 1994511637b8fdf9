import {LINK_FOLDER} from '../link-ledger/link-ledger.ts';
import {createPlaceFinder} from '../place-finder.ts';
import type {Place} from '../problem.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {renderPlace} from '../report/sections.ts';
import type {SourceFile} from '../toolkit.ts';
import {formOf, isGenerated} from './redact-file.ts';
import type {Redacted, Taking} from './redaction.ts';
import {textOf, tracesIn} from './text-file.ts';
import type {WordsMatcher} from './words-matcher.ts';

/** A file that loses words. */
export interface RedactedFile extends Redacted {
  path: string;
  before: SourceFile;
}

/** What a search in all files found. */
export interface FoundWords {
  redacted: RedactedFile[];
  /** Places that only a human can mend. */
  faults: Fault[];
}

/** Finds words in every file, and takes them out where that can be done. */
export function findWords(files: readonly SourceFile[], taking: Taking): FoundWords {
  const found: FoundWords = {redacted: [], faults: []};
  for (const file of files) {
    if (taking.matcher.isIn(file.path)) found.faults.push(inName(file.path));
    const text = textOf(file);
    const redact = formOf(file.path);
    if (text === undefined) {
      if (tracesIn(file).some((trace) => taking.matcher.isIn(trace))) found.faults.push(inPicture(file.path));
    } else if (redact) {
      const redacted = redact(text, taking);
      if (redacted.places.length > 0) found.redacted.push({path: file.path, before: file, ...redacted});
    } else {
      found.faults.push(...byHand(file.path, text, taking.matcher));
    }
  }
  return found;
}

/** The places of some offsets of a file's text. */
export function placesOf(text: string, offsets: readonly number[]): Place[] {
  const placeAt = createPlaceFinder(text);
  return offsets.map(placeAt);
}

function byHand(path: string, text: string, matcher: WordsMatcher): Fault[] {
  return placesOf(
    text,
    matcher.find(text).map(({start}) => start),
  ).map((place) => ({
    problem: `${renderPlace(path, place)}: words stand in ${isGenerated(path) ? 'a generated file' : 'code or configuration'}, expected them in words for readers alone`,
    fix: isGenerated(path)
      ? 'Take them out of what it is generated from, run `npm run generate`, then run this command again.'
      : 'Take them out by hand, then run this command again.',
  }));
}

function inName(path: string): Fault {
  return {
    problem: `${path}: the name of the file holds the words, expected it without: it is an address`,
    fix: path.startsWith(`${LINK_FOLDER}/`)
      ? 'Take the links to that host out of the pages and run `npm run links -- --external`, then run this command again: the record goes with the last link.'
      : 'Take a page out whole with `--page <id>`, and publish what may stay under another name; give any other file another name.',
  };
}

function inPicture(path: string): Fault {
  return {
    problem: `${path}: a picture or document holds the words, expected them in text alone`,
    fix: 'Put a file without them in its place, also in what such a file says about itself, then run this command again.',
  };
}
