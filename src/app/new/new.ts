import path from 'node:path';
import {z} from 'zod';
import {hrefOf} from '../../content/addresses/addresses.ts';
import {checkFrontMatter} from '../../content/front-matter/check-front-matter.ts';
import {shortNameOf} from '../../content/pages/file-name.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {
  CASE_STUDY_FOLDER,
  draftSections,
  ownerOfFolder,
  PAGE_KINDS,
  REFERENCE_FOLDER,
  schemaOf,
  UNWRITTEN_MARK,
} from '../../content/pages/page-kinds.ts';
import {renderDraft} from '../../content/pages/render-draft.ts';
import type {Fault} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import type {Collection} from '../../content/schemas/collection-schema.ts';
import {collectionPageSchema} from '../../content/schemas/page-schema.ts';
import {guidanceTerms} from '../../content/schemas/vocabulary-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import {unknownWord} from '../../io/cli/command-types.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {commit} from '../../io/transaction/commit.ts';
import {explainIssues} from '../../rules/front-matter/explain-issues.ts';
import {newNote} from './new-note.ts';
import {type NewOptions, NOTE_OPTIONS, NOTE_WORD} from './options.ts';

/** Writes the file of a new case study, page, page of a collection or change note. */
export async function startNew(options: NewOptions, io: Io, kind: string | undefined, title: string): Promise<void> {
  const toolkit = await loadToolkit(io.cwd);
  const {collections} = toolkit.extensions;
  const pages = PAGE_KINDS.filter((id) => id === 'page' || toolkit.config.case_studies);
  const kinds = [...pages, ...collections.map(({id}) => id), NOTE_WORD];
  if (kind === undefined) {
    throw new ExitError(
      `no kind given, expected ${listWords(kinds)}`,
      `Write, for example, \`npm run new -- ${pages[0]} "Title"\`.`,
    );
  }
  if (!kinds.includes(kind)) throw unknownWord('argument', kind, kinds, 'new');
  const own = OPTIONS[kind] ?? [];
  const stray = Object.keys(options).find((option) => !own.includes(option));
  if (stray !== undefined) {
    const expected = own.length > 0 ? listWords(own.map((option) => `--${option}`)) : 'none';
    throw new ExitError(`option \`--${stray}\` does not belong to \`${kind}\`, expected ${expected}`, 'Leave it out.');
  }
  if (kind === NOTE_WORD) {
    if (title === '') return newNote(toolkit, options, io);
    throw new ExitError(
      `\`${title}\` given after \`${NOTE_WORD}\`, expected no title: a note has none`,
      'Write what it says with `--note "..."`, and the pages with `--pages`.',
    );
  }
  const collection = collections.find(({id}) => id === kind);
  return newPage(toolkit, collection ?? (kind === 'case-study' ? kind : 'page'), {title, under: options.under}, io);
}

/** The options of each kind; a page of a collection has none. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  [NOTE_WORD]: Object.keys(NOTE_OPTIONS),
  page: ['under'],
};

/** Writes a draft: a comment for each key of the front matter, and a question for each section. */
async function newPage(
  toolkit: Toolkit,
  what: Collection | 'case-study' | 'page',
  {title, under}: {title: string; under: string | undefined},
  io: Io,
): Promise<void> {
  const {cwd, stdout} = io;
  const {config} = toolkit;
  const collection = typeof what === 'object' ? what : undefined;
  const kind = what === 'case-study' ? what : 'page';
  const schema = collection ? collectionPageSchema(collection, config) : schemaOf(kind, config);
  const folder = collection?.folder ?? (kind === 'case-study' ? CASE_STUDY_FOLDER : folderNamed(under, toolkit));
  const titleOnly = z.strictObject({title: schema.shape.title ?? z.never()});
  const document = {path: '', text: '', frontMatter: {title}, placeOf: () => undefined, body: '', bodyOffset: 0};
  const {invalid} = checkFrontMatter(document, titleOnly);
  const [wrong] = invalid ? explainIssues(invalid) : [];
  const fix = `Write it in quotes: \`npm run new -- ${collection?.id ?? kind} "Title"\`.`;
  const fault = wrong ? {problem: wrong.problem, fix} : faultOfName(title, folder, toolkit);
  if (fault) throw new ExitError(fault.problem, fault.fix);
  const file = fileOf(title, folder);
  const id = file.replace(/^docs\/|\.md$/g, '');
  // Consent can only be recorded with its proposal.
  const data = {
    title,
    ...(kind === 'case-study' && {consent: {basis: 'public-record'}}),
    owner: config.defaults?.owner ?? ownerOfFolder(folder, config)?.id,
    review_every: config.defaults?.review_every ?? REVIEW_EVERY,
  };
  const content = renderDraft({schema, data, sections: draftSections(kind, id, config), proposed: ['consent']});
  await commit(cwd, {command: 'new', changes: [{path: file, content, found: undefined}]});
  const choice = kind === 'page' && !collection && under === undefined ? ' (`--under` names another folder)' : '';
  stdout.write(`wrote ${file}${choice}\n${nextSteps(id, await loadToolkit(cwd))}`);
}

/** A folder of the configuration, or one that has pages already; the first of the configuration if none is named. */
function folderNamed(under: string | undefined, {config, pages}: Toolkit): string {
  const used = pages.map(({id}) => path.posix.dirname(id)).filter((folder) => !/^(\.$|handbook\b)/.test(folder));
  const folders = [...new Set([...config.guidance_folders, REFERENCE_FOLDER, ...used])];
  // There a page may have any sections.
  const free = used.includes(REFERENCE_FOLDER) ? REFERENCE_FOLDER : folders[0];
  if (under === undefined || folders.includes(under)) return under ?? free ?? REFERENCE_FOLDER;
  const near = nearest(under, folders);
  throw new ExitError(
    `option \`--under\` is \`${under}\`, expected ${listWords(folders)}`,
    near
      ? `Write \`--under ${near}\`, the nearest of these.`
      : 'Write one of these, or add the folder to `guidance_folders` in `toolkit.config.ts`.',
  );
}

function nextSteps(id: string, toolkit: Toolkit): string {
  const {config, sidebar} = toolkit;
  const group = sidebar?.groups.find(({ids}) => ids.includes(id));
  const inMenu = group ? `, in the menu${group.label ? ` under “${group.label}”` : ''}` : '';
  const term = guidanceTerms(config).find((candidate) => id.endsWith(`/${candidate.id}`) && !candidate.page);
  const steps = [
    `In \`docs/${id}.md\`, fill in the front matter, and replace each text that begins with \`${UNWRITTEN_MARK}\`.`,
    ...(term ? [`Add \`"${term.id}": "${id}"\` to \`pages\` in \`navigation.json\`.`] : []),
    `Run \`npm start\` to see it at http://localhost:3000${hrefOf(config, addressOf(config, id))}${inMenu}.`,
    ...(isBeforeLaunch(toolkit)
      ? []
      : ['Tell readers about it: `npm run new -- note --significance major --note "..."`.']),
    'Run `npm run check` until it finds no problem.',
  ];
  return `Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}

/** Of a new page, where the toolkit has no default of its own. */
const REVIEW_EVERY = '12 months';

/** Docusaurus treats this name as the page of the folder. */
const TAKEN = 'index';

function fileOf(title: string, folder: string): string {
  return `docs/${folder}/${shortNameOf(title)}.md`;
}

/** Why a title gives no new file in a folder of `docs/`. */
function faultOfName(title: string, folder: string, {files}: Toolkit): Fault | undefined {
  const name = shortNameOf(title);
  if (name === '' || name === TAKEN) {
    return {
      problem: `title \`${title}\` makes no file name, expected letters or digits other than \`${TAKEN}\``,
      fix: 'Choose another title.',
    };
  }
  const file = fileOf(title, folder);
  if (!files.some(({path}) => path === file)) return undefined;
  return {problem: `\`${file}\` already exists, expected a new title`, fix: 'Edit that page, or choose another title.'};
}
