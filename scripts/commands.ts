import {NEW_OPTIONS, NOTE_WORD} from '../src/app/new/options.ts';
import {PAGE_KINDS} from '../src/content/pages/page-kinds.ts';
import {REVIEW_SCOPES} from '../src/content/schemas/review-schema.ts';
import {HOSTS} from '../src/content/schemas/toolkit-schema.ts';
import {FEATURES} from '../src/features/features.ts';
import type {Command, OptionValues, Run as RunRow} from '../src/io/cli/command-types.ts';

/** The steps of workflows that are more than a command of another kind. */
const CORE_JOBS = [
  'publishable-commit',
  'open-publish-request',
  'publish-mode',
  'preview-changed-pages',
  'comment-on-pull-request',
] as const;

export type CoreJob = (typeof CORE_JOBS)[number];

const CORE = {
  check: {
    group: 'every-day',
    summary: 'Check the pages and report every problem, with what to do',
    options: {
      model: {type: 'boolean', help: 'only what a build needs: files, front matter, addresses'},
      release: {type: 'boolean', help: 'refuse values that only a publisher can decide'},
      since: {type: 'string', help: 'check prose and structure only on lines changed since this commit or branch'},
      fix: {type: 'boolean', help: 'fix what can be fixed safely, never what a sentence means'},
      format: {
        type: 'string',
        choices: ['text', 'github', 'json', 'markdown'],
        default: 'text',
        help: 'how to print the report',
      },
      write: {type: 'string', help: 'also write report.json and report.md into this folder'},
      baseline: {type: 'boolean', help: 'allow the problems of prose and structure that exist today; only once'},
    },
    writes: true,
    text: 'file',
    examples: [
      'npm run check',
      'npm run check -- docs/index.md',
      'npm run check -- --fix',
      'npm run check -- --since origin/main',
    ],
  },
  new: {
    group: 'every-day',
    summary: 'Start a case study, another page or a change note: creates a file to fill in',
    writes: true,
    options: NEW_OPTIONS,
    words: [...PAGE_KINDS, NOTE_WORD],
    hasMoreWords: true,
    text: 'title',
    examples: [
      'npm run new -- case-study "Title"',
      'npm run new -- page "Title" --under reference',
      'npm run new -- note --significance minor --note "The opening hours of the archive were corrected."',
    ],
  },
  review: {
    group: 'every-day',
    summary: 'Show editors what waits: changes and their notes, what stops publishing, reviews and links that are due',
    writes: true,
    options: {
      since: {type: 'string', help: 'only the changes since this branch left a commit or branch'},
      done: {type: 'boolean', help: 'record that you reviewed the pages, with `--scope`'},
      as: {type: 'string', help: 'with --done, the id of the role that reviewed, never a name (the owner of the page)'},
      scope: {type: 'string', help: `with --done, what you checked: ${REVIEW_SCOPES.join(', ')}`},
      on: {type: 'string', help: 'with --done, the day of the review (today)'},
    },
    text: 'page',
    examples: [
      'npm run review',
      'npm run review -- --since origin/main',
      'npm run review -- --done guidance/a-page --scope sources-read',
    ],
  },
  publish: {
    group: 'every-day',
    summary: 'Publish the waiting change notes as one update, and freeze an edition if asked',
    writes: true,
    options: {
      'dry-run': {type: 'boolean', help: 'show the update as readers will see it; write nothing'},
      title: {type: 'string', help: 'the title of the update (made from the notes)'},
      date: {type: 'string', help: 'its date (today)'},
      edition: {type: 'string', alone: '', help: 'also freeze an edition, by default the one of this month'},
      now: {type: 'boolean', help: 'publish although notes are scheduled for a later day'},
      launch: {type: 'boolean', help: 'publish the first update, about every page, and set `launched`'},
      undo: {type: 'boolean', help: 'undo the newest update or edition, if readers cannot have seen it'},
      force: {type: 'boolean', help: 'with --undo, if git does not know: you confirm that it is not on the site'},
    },
    examples: [
      'npm run publish -- --dry-run',
      'npm run publish -- --title "Joint procurement, and a new case study"',
      'npm run publish -- --edition',
      'npm run publish -- --undo',
    ],
  },
  start: {
    group: 'every-day',
    summary: 'Serve the site while you write: each change shows in the browser',
    options: {
      port: {type: 'string', help: 'the port (3000), or the next free one'},
      host: {type: 'string', help: 'the address to serve at (localhost)'},
      'no-open': {type: 'boolean', help: 'do not open a browser'},
    },
    examples: ['npm start', 'npm start -- --port 4000 --no-open'],
  },
  preview: {
    group: 'every-day',
    summary: 'Check, build and serve the site on this computer',
    options: {port: {type: 'string', help: 'the first port to try (3000)'}},
    examples: ['npm run preview', 'npm run preview -- --port 4000'],
  },
  move: {
    group: 'now-and-then',
    summary: 'Move a page, a folder or a picture; every link follows, and old addresses of pages redirect',
    writes: true,
    options: {},
    text: 'path',
    examples: [
      'npm run move -- guidance/old-name guidance/new-name',
      'npm run move -- case-studies/old-name case-studies/new-name',
      'npm run move -- docs/images/river.png docs/images/river-in-flood.png',
    ],
  },
  withdraw: {
    group: 'now-and-then',
    summary: 'Mark a page as withdrawn: since when, why, and what to read instead',
    writes: true,
    options: {
      why: {type: 'string', help: 'the reason, in one sentence for readers'},
      'replaced-by': {type: 'string', help: 'the id of the page to read instead, if there is one'},
      undo: {type: 'boolean', help: 'make the page current again'},
    },
    text: 'page',
    examples: [
      'npm run withdraw -- case-studies/example-town',
      'npm run withdraw -- guidance/old-way --why "The law has changed." --replaced-by guidance/new-way',
      'npm run withdraw -- guidance/old-way --undo',
    ],
  },
  build: {
    group: 'now-and-then',
    summary: 'Build the site into `build`',
    options: {
      'out-dir': {type: 'string', help: 'the folder to write (build)'},
      staging: {type: 'boolean', help: 'for colleagues: with a banner, without feeds, and hidden from search engines'},
    },
    examples: ['npm run build', 'npm run build -- --staging'],
  },
  generate: {
    group: 'workflows',
    summary:
      'Generate the files that depend on the configuration and the engine: issue forms, workflows, reference pages',
    options: {
      check: {type: 'boolean', help: 'write nothing; report files that differ'},
    },
    writes: true,
    examples: ['npm run generate', 'npm run generate -- --check'],
  },
  job: {
    group: 'workflows',
    summary: 'Run one step of a workflow of this repository on GitHub',
    options: {},
    words: [...CORE_JOBS, ...FEATURES.flatMap(({jobs = {}}) => Object.keys(jobs))],
    text: 'file',
    usage: 'npm run toolkit -- job <step> [file ...]',
    examples: ['npm run toolkit -- job publishable-commit'],
  },
  create: {
    group: 'workflows',
    summary: 'Create a new toolkit in a folder: content only, ready to write, check and build',
    options: {
      title: {type: 'string', help: 'what the toolkit is called'},
      repository: {type: 'string', help: 'its repository, `owner/name`'},
      host: {type: 'string', choices: HOSTS, default: 'github', help: 'where its repository is'},
      language: {type: 'string', help: 'its language (en-GB)'},
      yes: {type: 'boolean', help: 'ask nothing: take what is proposed for the rest'},
      engine: {type: 'string', help: 'what `npm` installs as the engine (the package that runs this)'},
      'no-case-studies': {type: 'boolean', help: 'pages, notes and updates only: sets `case_studies: false`'},
      from: {type: 'string', help: 'a folder with the Markdown pages of another site'},
      'no-install': {type: 'boolean', help: 'only write the files'},
    },
    text: 'folder',
    usage: 'npx --yes --package <file> create-good-practice-toolkit <folder> [options]',
    examples: [
      'npx --yes --package "$PWD/good-practice-toolkit-0.1.0.tgz" create-good-practice-toolkit ../my-toolkit',
      'npx --yes --package "$PWD/good-practice-toolkit-0.1.0.tgz" create-good-practice-toolkit ../my-toolkit --yes',
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;

export const FEATURE_COMMANDS = new Map(FEATURES.flatMap(({commands = {}}) => Object.entries(commands)));

/** Every command: help, parsing, types and the reference page come from this table. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ...CORE,
  ...Object.fromEntries([...FEATURE_COMMANDS].map(([name, {row}]) => [name, row])),
};

export type CommandName = keyof typeof CORE;

export type OptionsOf<Name extends CommandName> = OptionValues<(typeof CORE)[Name]['options']>;

export type Run<Name extends CommandName> = RunRow<(typeof CORE)[Name]>;
