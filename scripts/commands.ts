import type {ParseArgsOptionsConfig} from 'node:util';
import type {Run} from '../src/fs/io.ts';
import {PAGE_KINDS} from '../src/model/pages/page-kinds.ts';
import {REVIEW_SCOPES} from '../src/model/schemas/records/review-schema.ts';
import {NEW_OPTIONS, NOTE_WORD} from './new/options.ts';

type Option = ParseArgsOptionsConfig[string] & {
  help: string;
  /** What it holds where it stands alone; other options with a value need theirs. */
  alone?: string;
};

export interface Command {
  summary: string;
  options: Readonly<Record<string, Option>>;
  /** Whether it writes files of the toolkit; what an earlier command left half done is then ended first. */
  writes?: boolean;
  /** The words it takes beside options. */
  words?: readonly string[];
  /** What free words are, `title`: those after the first where `words` are given too, else all. */
  text?: string;
  examples: readonly string[];
  load(): Promise<{run: Run}>;
}

/** Every command; help, parsing and the names in messages come from this table alone. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    summary: 'Check the pages and report every problem, with what to do',
    options: {
      model: {type: 'boolean', help: 'only what a build needs: files, front matter, addresses'},
      release: {type: 'boolean', help: 'refuse values that only a publisher can decide'},
      since: {type: 'string', help: 'judge prose and structure only on lines changed since this commit or branch'},
      fix: {type: 'boolean', help: 'mend what is safe to mend, never what words mean'},
      format: {type: 'string', help: 'text (the default), github, json, sarif or markdown'},
      write: {type: 'string', help: 'also write report.json, report.sarif and report.md into this folder'},
      baseline: {type: 'boolean', help: 'let the problems of prose and structure that stand today stand, once'},
    },
    writes: true,
    text: 'file',
    examples: [
      'npm run check',
      'npm run check -- docs/index.md',
      'npm run check -- --fix',
      'npm run check -- --since origin/main',
    ],
    load: () => import('./check/check.ts'),
  },
  new: {
    summary: 'Begin a case study, a page or a change note: writes the file, with a comment for each thing to fill in',
    writes: true,
    options: NEW_OPTIONS,
    words: [...PAGE_KINDS, NOTE_WORD],
    text: 'title',
    examples: [
      'npm run new -- case-study "Title"',
      'npm run new -- case-study --from-issue issue.json',
      'npm run new -- page "Title" --under approaches',
      'npm run new -- note --significance minor --note "The opening hours of the archive were corrected."',
    ],
    load: () => import('./new/new.ts'),
  },
  review: {
    summary: 'Report to an editor what waits to be published, what changed in words, and what hinders',
    writes: true,
    options: {
      since: {type: 'string', help: 'compare with the pages where this work left a commit or branch'},
      out: {type: 'string', help: 'the file to write (.tmp/review.html)'},
      format: {type: 'string', help: 'html (the default), or markdown: printed, for the summary of a run'},
    },
    examples: ['npm run review', 'npm run review -- --since origin/main', 'npm run review -- --format markdown'],
    load: () => import('./review/review.ts'),
  },
  status: {
    summary: 'List all that waits for editors, each with the command that deals with it',
    writes: true,
    options: {
      feedback: {
        type: 'string',
        help: 'count the feedback in this exported list of issues; `-` reads it from the input',
      },
      live: {type: 'boolean', help: 'ask GitHub for the feedback and the proposals, with `GITHUB_TOKEN`'},
      sent: {type: 'string', help: 'take this e-mail out of `outbox` first: you have sent it'},
      out: {type: 'string', help: 'the file to write (.tmp/dashboard.html)'},
      format: {type: 'string', help: 'html (the default), or markdown or json: printed'},
    },
    examples: [
      'status',
      'npm run status -- --feedback issues.json',
      'npm run status -- --live --format markdown --out .tmp/dashboard.html',
      'npm run status -- --sent 2026-11-24',
    ],
    load: () => import('./status/status.ts'),
  },
  publish: {
    summary: 'Make one update of the change notes that wait, and freeze an edition if asked',
    writes: true,
    options: {
      'dry-run': {type: 'boolean', help: 'show the update as readers will see it, and write nothing'},
      title: {type: 'string', help: 'the title of the update; without it, one is made from the notes'},
      date: {type: 'string', help: 'the day it carries (today)'},
      edition: {type: 'string', alone: '', help: 'also freeze an edition; without a name, that of this month'},
      undo: {type: 'boolean', help: 'take the newest update back as long as readers cannot have seen it'},
      force: {type: 'boolean', help: 'with --undo, where git cannot tell: you know that it is not on the site'},
      'record-edition': {type: 'string', help: 'only add the new pages of an unfinished edition to its record'},
    },
    examples: [
      'npm run publish -- --dry-run',
      'npm run publish -- --title "Joint procurement, and a new case study"',
      'npm run publish -- --edition',
      'npm run publish -- --undo',
      'npm run publish -- --record-edition 2017-03',
    ],
    load: () => import('./publish/publish.ts'),
  },
  redact: {
    summary:
      'Remove a text or a whole page from everything that is kept, with a public note that something was removed',
    writes: true,
    options: {
      why: {type: 'string', help: 'the reason, which is public'},
      with: {type: 'string', help: 'what replaces the text (removed, in square brackets)'},
      page: {type: 'string', help: 'the id of a page to remove whole, instead of a text'},
      'dry-run': {type: 'boolean', help: 'show the places and the public note, and write nothing'},
    },
    text: 'words',
    examples: [
      'npm run redact -- "words" --why "Somebody asked for their name to be taken out." --dry-run',
      'npm run redact -- "words" --why "..." --with "[name removed]"',
      'npm run redact -- --page case-studies/small-firms --why "..."',
    ],
    load: () => import('./redact/redact.ts'),
  },
  links: {
    summary: 'Judge every link of the built site and every address it ever had; links to other sites with `--external`',
    writes: true,
    options: {
      fix: {type: 'boolean', help: 'mend each link that can mean one page or heading only'},
      record: {type: 'boolean', help: 'put every address and heading that was ever published on record'},
      external: {type: 'boolean', help: 'judge links to other sites; they are remembered in ledgers/links'},
      since: {type: 'string', help: 'with --external, only links that are new since this commit or branch'},
    },
    examples: [
      'npm run links',
      'npm run links -- --fix',
      'npm run links -- --record',
      'npm run links -- --external',
      'npm run links -- --external --since origin/main',
    ],
    load: () => import('./links/links.ts'),
  },
  move: {
    summary: 'Give a page, a folder or a picture another place; every link and the old address then lead there',
    writes: true,
    options: {},
    text: 'place',
    examples: [
      'npm run move -- approaches/co-location approaches/sharing-buildings',
      'npm run move -- case-studies/old-name case-studies/new-name',
      'npm run move -- docs/images/river.png docs/images/river-in-flood.png',
    ],
    load: () => import('./move/move.ts'),
  },
  withdraw: {
    summary: 'Say on a page that it no longer holds, since when, why, and what to read instead',
    writes: true,
    options: {
      why: {type: 'string', help: 'the reason, in one sentence to readers'},
      'replaced-by': {type: 'string', help: 'the id of the page to read instead, if there is one'},
      undo: {type: 'boolean', help: 'let the page hold again'},
    },
    text: 'page',
    examples: [
      'npm run withdraw -- case-studies/example-town',
      'npm run withdraw -- approaches/old-way --why "The law has changed." --replaced-by approaches/new-way',
      'npm run withdraw -- approaches/old-way --undo',
    ],
    load: () => import('./withdraw/withdraw.ts'),
  },
  'mark-reviewed': {
    summary: 'Put on record that you checked a page: in which role, what you checked, and the words that you saw',
    writes: true,
    options: {
      as: {type: 'string', help: 'the id of the role in which you checked it, never a name'},
      scope: {type: 'string', help: `what you checked: ${Object.keys(REVIEW_SCOPES).join(', ')}`},
      on: {type: 'string', help: 'the day of the check (today)'},
      due: {type: 'boolean', help: 'show the pages that are to be checked, by role, in the place of all this'},
      apply: {type: 'boolean', help: 'with --due, tell it on GitHub too: in one issue, closed once no page is left'},
    },
    text: 'page',
    examples: [
      'npm run mark-reviewed -- approaches/example-approach',
      'npm run mark-reviewed -- approaches/example-approach --as guidance-editor --scope sources-read',
      'npm run mark-reviewed -- --due',
    ],
    load: () => import('./mark-reviewed/mark-reviewed.ts'),
  },
  'rename-heading': {
    summary: 'Give a heading other words; every link to it, and its old address, then lead there',
    writes: true,
    options: {},
    text: 'heading',
    examples: ['npm run rename-heading -- "approaches/co-location#first-steps" "Where to begin"'],
    load: () => import('./rename-heading/rename-heading.ts'),
  },
  feedback: {
    summary: 'Sort feedback, tell readers what came of it, and make the labels for it',
    options: {
      format: {type: 'string', help: 'text (the default), json or markdown'},
      write: {type: 'string', help: 'also write the record and the words as files into this folder'},
      apply: {
        type: 'boolean',
        help: 'do it on GitHub: one comment, labels, somebody to deal with it; else it is only shown',
      },
    },
    words: ['triage', 'answered', 'labels'],
    text: 'file',
    examples: [
      'npm run feedback -- triage event.json',
      'npm run feedback -- answered --apply',
      'npm run feedback -- labels --apply',
    ],
    load: () => import('./feedback/feedback.ts'),
  },
  generate: {
    summary: 'Write the files that follow from the configuration and the schemas, such as issue forms',
    options: {check: {type: 'boolean', help: 'write nothing; report files that differ'}},
    writes: true,
    examples: ['npm run generate', 'npm run generate -- --check'],
    load: () => import('./generate/generate.ts'),
  },
  preview: {
    summary: 'Check and build the site, and serve it on this machine; `npm run serve` serves the one that is built',
    options: {port: {type: 'string', help: 'the first port to try (3000)'}},
    examples: ['npm run preview', 'npm run preview -- --port 4000', 'npm run serve -- --port 4000'],
    load: () => import('./preview/preview.ts'),
  },
  bench: {
    summary: 'Measure speed and weight, compared with peers in the same run',
    options: {},
    words: ['weight', 'check', 'links'],
    examples: ['npm run bench -- weight', 'npm run bench -- check', 'npm run bench -- links'],
    load: () => import('./bench/bench.ts'),
  },
};

/** What to type after `npm run` instead of the old name of a command. */
export const RENAMED: Readonly<Record<string, string>> = {
  desk: 'status',
  attest: 'mark-reviewed',
  'record-edition': 'publish -- --record-edition <name>',
};
