import {existsSync} from 'node:fs';
import path from 'node:path';
import type {RedactedFile} from '../../src/content/redact/find-words.ts';
import {placesOf} from '../../src/content/redact/find-words.ts';
import type {TakenPlace} from '../../src/content/redact/redaction.ts';
import {textOf} from '../../src/content/redact/text-file.ts';
import {whatRemains} from '../../src/content/redact/what-remains.ts';
import {count, renderPlace} from '../../src/content/report/sections.ts';
import type {WholeTree} from '../whole-tree.ts';
import type {PlannedRedaction} from './plan-redaction.ts';

/** What this computer made of the words, and git does not track. */
const MADE = ['build', '.docusaurus', '.tmp', 'report', 'node_modules/.cache'];

const LONGEST_LIST = 20;

/** What a redaction does, where an editor has to look, and what it cannot reach; without the words. */
export function renderReport({cwd, files, toolkit}: WholeTree, planned: PlannedRedaction, isDone: boolean): string {
  const {taken, update, told} = planned;
  const places = taken.redacted.reduce((sum, {places: {length}}) => sum + length, 0);
  const did = (done: string, would: string) => (isDone ? done : `would ${would}`);
  const lines = [
    ...(taken.matcher
      ? [`${did('took', 'take')} the words out of ${count(places, 'place')} in ${count(taken.redacted.length, 'file')}`]
      : [`${did('removed', 'remove')} ${count(taken.removed.length, 'file')}`]),
    ...taken.removed.map((file) => `  ${file.path}`),
    ...(taken.matcher ? [] : taken.redacted.map(({path: file}) => `  ${file}: no longer names it`)),
    ...(taken.matcher ? taken.redacted.map((file) => `  ${file.path}: ${file.places.length}`) : []),
    ...tellReaders(planned, did('wrote', 'write')),
    ...[...told.editions.keys()].map(
      (name) => `edition ${name}: its record and its pages say on which day words were taken out, and why`,
    ),
    ...toLookAt(files, planned),
    '',
    ...(toolkit.notes.length > 0 && isDone
      ? [
          `${count(toolkit.notes.length, 'change note')} of other changes waits: the site is not deployed before you run \`npm run publish\`.`,
        ]
      : []),
    ...(update || !isDone ? [] : ['No public note was written: no reader can have seen what was taken out.']),
  ];
  const kept = MADE.filter((place) => existsSync(path.join(cwd, place)));
  const head = `${lines.join('\n').trimEnd()}\n`;
  return isDone
    ? `${head}\nNext: run \`npm run generate\` and \`npm run check\`.\n\n${whatRemains({repository: toolkit.config.repository, kept})}`
    : head;
}

function tellReaders({update}: PlannedRedaction, did: string): string[] {
  if (!update) return [];
  const [change] = update.changes;
  return [
    `${did} the public note: blog/${update.slug}.md, and an e-mail to readers in outbox/`,
    `  ${update.title}`,
    `  ${change?.note}`,
    `  Why: ${change?.why}`,
  ];
}

/** Places of which only a human can tell whether they are right. */
function toLookAt(files: WholeTree['files'], {taken: {matcher, redacted, removed}}: PlannedRedaction): string[] {
  const at = (file: RedactedFile, isMeant: (place: TakenPlace) => boolean) =>
    placesOf(
      textOf(file.before) ?? '',
      file.places.filter(isMeant).map(({offset}) => offset),
    ).map((place) => renderPlace(file.path, place));
  const gone = new Map(redacted.map(({path: file, text}) => [file, text]));
  const capitals = matcher
    ? files.flatMap((file) => {
        const text = gone.get(file.path) ?? textOf(file) ?? '';
        return placesOf(
          text,
          matcher.findOtherCapitals(text).map(({start}) => start),
        ).map((place) => renderPlace(file.path, place));
      })
    : [];
  const pictures = files.filter((file) => textOf(file) === undefined).map((file) => file.path);
  return [
    ...list(
      'Addresses that held the words, and may lead nowhere now',
      matcher ? redacted.flatMap((file) => at(file, ({isAddress}) => isAddress)) : [],
    ),
    ...list(
      'Places where the words were a part of longer ones',
      redacted.flatMap((file) => at(file, ({isPart}) => isPart)),
    ),
    ...list('The same words with other capitals are left, run the command for each', capitals),
    ...list('Pictures and data that the page shows may have to go too', shownBy(removed, files)),
    ...(pictures.length > 0
      ? ['', `Look yourself at ${count(pictures.length, 'picture or document')}, whose words no search finds.`]
      : []),
  ];
}

/** Files with the names of those that pages show or link to, live, on record and in editions. */
function shownBy(pages: WholeTree['files'], files: WholeTree['files']): string[] {
  const text = pages.map((page) => textOf(page) ?? '').join('\n');
  return files
    .map((file) => file.path)
    .filter((file) => /^(docs|handbook|blog\/_published|versioned_docs|static)\/.+\.(?!md$|removed$)\w+$/.test(file))
    .filter((file) => text.includes(path.posix.basename(file)));
}

function list(title: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, LONGEST_LIST).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return lines.length === 0 ? [] : ['', `${title}:`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
