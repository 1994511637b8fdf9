import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import type {Edit, PageText, Segment} from '../../../../src/changes/diff/edit.ts';
import {factUnits, textUnits} from '../../../../src/changes/diff/units/page-units.ts';
import type {Unit} from '../../../../src/changes/diff/units/unit.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {ROOT} from '../toolkits/copy-toolkit.ts';

const FOLDER = path.join(ROOT, 'tests', 'engine', 'fixtures', 'differences');

/** A page before and after, and what readers should be told. */
export interface Difference {
  what: string;
  where: string;
  before: string;
  after: string;
  edits: string[];
}

/** All pairs on file. */
export function readDifferences(): Difference[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  return files.flatMap((file) => {
    const pairs = parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Omit<Difference, 'what'>[];
    return pairs.map((pair) => ({what: path.basename(file, '.yaml'), ...pair}));
  });
}

export function pageText(text: string): PageText {
  return readDocument('page.md', text).document;
}

/** All units of a page. */
export function unitsOf(page: PageText): Unit[] {
  return [...factUnits(page), ...textUnits(page)];
}

/** An edit on one line, `changed paragraph (number): 10 → 12`. */
export function inShort({kind, part, affects, segments, contents, after}: Edit): string {
  const all = contents.length > 0 ? contents.flatMap((edit) => [...edit.segments]) : segments;
  const words = kind === 'moved' ? after : `${wordsOf(all, 'removed')} → ${wordsOf(all, 'added')}`;
  return `${kind} ${part} (${affects.join(', ')}): ${words?.replace(/[ \n]+/g, ' ')}`;
}

/** Stretches of one kind; those with something between them are parted by `…`. */
function wordsOf(segments: readonly Segment[], kind: Segment['kind']): string {
  let text = '';
  let isApart = false;
  for (const segment of segments) {
    if (segment.kind === 'same') isApart = text !== '';
    if (segment.kind !== kind) continue;
    text += `${isApart ? ' … ' : text === '' ? '' : ' '}${segment.text.trim() || '\n'}`;
    isApart = false;
  }
  return text;
}
