import {existsSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';
import {listWords, nearest} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {nearDuplicates} from '../../src/intake/drafts/near-duplicates.ts';
import {renderDraft} from '../../src/intake/drafts/render-draft.ts';
import {checkFrontMatter} from '../../src/model/check-front-matter.ts';
import {shortNameOf} from '../../src/model/pages/file-name.ts';
import {
  CASE_STUDY_FOLDER,
  draftSections,
  PAGE_KINDS,
  type PageKind,
  REFERENCE_FOLDER,
  schemaOf,
  UNWRITTEN_MARK,
} from '../../src/model/pages/page-kinds.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {isBeforeLaunch} from '../../src/model/updates/launch.ts';
import type {Run} from '../commands.ts';
import {newFromIssue} from './from-issue.ts';
import {newNote} from './new-note.ts';
import {NOTE_OPTIONS, NOTE_WORD} from './options.ts';

/** Docusaurus treats this name as the page of the folder. */
const TAKEN = 'index';

/** `toolkit new`: writes the file of a new case study, page or change note. */
export const run: Run<'new'> = async (options, io, [kind, ...words]) => {
  const toolkit = await loadToolkit(io.cwd);
  if (kind === undefined) {
    throw new ExitError(
      `no kind given, expected ${listWords([...PAGE_KINDS, NOTE_WORD])}`,
      `Write, for example, \`npm run new -- ${PAGE_KINDS[0]} "Title"\`.`,
    );
  }
  const own = kind === NOTE_WORD ? Object.keys(NOTE_OPTIONS) : kind === 'page' ? ['under'] : ['from-issue', 'write'];
  const stray = Object.keys(options).find((option) => !own.includes(option));
  if (stray !== undefined) {
    throw new ExitError(
      `option \`--${stray}\` does not belong to a ${kind}, expected ${listWords(own.map((option) => `--${option}`))}`,
      'Leave it out.',
    );
  }
  const title = words.join(' ').trim();
  if (kind === NOTE_WORD) {
    if (title === '') return newNote(toolkit, options, io);
    throw new ExitError(
      `\`${title}\` given after \`${NOTE_WORD}\`, expected no title: a note has none`,
      'Write what it says with `--note "..."`, and the pages with `--pages`.',
    );
  }
  const {'from-issue': source, write, under} = options;
  if (source !== undefined) return newFromIssue(toolkit, {'from-issue': source, write}, io);
  if (write !== undefined) {
    throw new ExitError(
      '`--write` is given alone, expected `--from-issue` with it',
      `Write \`npm run new -- ${PAGE_KINDS[0]} --from-issue issue.json\`.`,
    );
  }
  return newPage(toolkit, kind, {title, under}, io);
};

/** Writes a draft: a comment for each key of the front matter, and a question for each section. */
async function newPage(
  toolkit: Toolkit,
  kind: PageKind,
  {title, under}: {title: string; under: string | undefined},
  {cwd, stdout}: Io,
): Promise<number> {
  const schema = schemaOf(kind, toolkit.config);
  const folder = kind === 'case-study' ? CASE_STUDY_FOLDER : folderNamed(under, toolkit);
  const name = shortNameOf(title);
  const titleOnly = z.strictObject({title: schema.shape.title ?? z.never()});
  const document = {path: '', text: '', frontMatter: {title}, placeOf: () => undefined, body: '', bodyOffset: 0};
  const [fault] = checkFrontMatter(document, titleOnly).findings;
  if (fault || name === '' || name === TAKEN) {
    throw new ExitError(
      fault?.problem ?? `title \`${title}\` makes no file name, expected letters or digits other than \`${TAKEN}\``,
      `Write it in quotes: \`npm run new -- ${kind} "Title"\`.`,
    );
  }
  const id = `${folder}/${name}`;
  const file = `docs/${id}.md`;
  if (existsSync(path.join(cwd, file))) {
    throw new ExitError(`\`${file}\` already exists, expected a new title`, 'Edit that page, or choose another title.');
  }
  for (const near of nearDuplicates(toolkit, {title})) {
    stdout.write(`near duplicate: ${near.path}: "${near.title}" ${near.because.join(' and ')}\n`);
  }
  // Consent can only be recorded with its proposal.
  const data = kind === 'case-study' ? {title, consent: {basis: 'public-record'}} : {title};
  const content = renderDraft({schema, data, sections: draftSections(kind, id, toolkit.config)});
  await commit(cwd, {command: 'new', changes: [{kind: 'write', path: file, content, found: undefined}]});
  stdout.write(`wrote ${file}\n${nextSteps(kind, id, toolkit)}`);
  return 0;
}

/** A folder of the configuration, or one that has pages already. */
function folderNamed(under: string | undefined, {config, pages}: Toolkit): string {
  const used = pages.map(({id}) => path.posix.dirname(id)).filter((folder) => !/^(\.$|handbook\b)/.test(folder));
  const folders = [...new Set([...config.guidance_folders, REFERENCE_FOLDER, ...used])];
  if (under !== undefined && folders.includes(under)) return under;
  const near = under === undefined ? undefined : nearest(under, folders);
  const start = under === undefined ? '' : ' To use a new folder, add it to `guidance_folders` in `toolkit.config.ts`.';
  throw new ExitError(
    `option \`--under\` ${under === undefined ? 'is missing' : `is \`${under}\``}, expected ${listWords(folders)}`,
    near ? `Write \`--under ${near}\`, the nearest of these.` : `Add \`--under\` with one of these.${start}`,
  );
}

function nextSteps(kind: PageKind, id: string, toolkit: Toolkit): string {
  const {priorities, approaches} = toolkit.config;
  const term = [...priorities, ...approaches].find((candidate) => id.endsWith(`/${candidate.id}`) && !candidate.page);
  const steps = [
    `In \`docs/${id}.md\`, fill in the front matter, and replace each text that begins with \`${UNWRITTEN_MARK}\`.`,
    ...(kind === 'page' ? [`Add \`${id}\` to \`sidebars\` in \`navigation.json\`.`] : []),
    ...(term ? [`Add \`"${term.id}": "${id}"\` to \`pages\` in \`navigation.json\`.`] : []),
    ...(isBeforeLaunch(toolkit) ? [] : ['Run `npm run new -- note`, and describe the new page to readers.']),
    'Run `npm run check` until it finds no problem, and `npm start` to see the page.',
  ];
  return `Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}
