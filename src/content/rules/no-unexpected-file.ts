import type {Rule} from '../rule.ts';

/** What may lie in each folder, and what to say of the rest; the first match counts. */
const FOLDERS: readonly {folder: RegExp; allowed: RegExp; expected: string; fix: string}[] = [
  {
    folder: /^blog\/_pending\//,
    allowed: /^blog\/_pending\/[^/]+\.md$/,
    expected: 'change notes, each a `.md` file',
    fix: 'Rename it to end in `.md` if it is a change note; remove it if not.',
  },
  {
    folder: /^blog\//,
    allowed: /^blog\/[^/]+\.md$/,
    expected: 'updates, each a `.md` file',
    fix: 'Rename it to end in `.md` if it is an update; remove it if not.',
  },
  {
    folder: /^versioned_docs\//,
    allowed: /^versioned_docs\/version-[^/]+\/.+\.(md|png|jpe?g|webp|avif|svg|json|csv)$/,
    expected: 'the pages of editions, each in a folder `version-<name>`',
    fix: 'Move it where it belongs; editions hold only what was frozen.',
  },
  {
    folder: /^ledgers\//,
    allowed: /^ledgers\/((reviews|addresses)\/.+|(editions|updates|links)\/[^/]+|[^/]+)\.json$/,
    expected: 'records, each a `.json` file',
    fix: 'Remove it; records are written by commands.',
  },
  {
    folder: /^static\//,
    // What is served as it is: a page or a program here would run as part of the site.
    allowed:
      /^static\/(.+\.(png|jpe?g|webp|avif|gif|svg|ico|pdf|csv|json)|robots\.txt|CNAME|\.nojekyll|\.well-known\/security\.txt)$/,
    expected: 'pictures, PDF documents and data (`.csv`, `.json`)',
    fix: 'Save it as one of these, or link to the place where it is published.',
  },
  {
    folder: /^(docs|handbook)\/.*\.mdx$/,
    allowed: /^$/,
    expected: 'pages (`.md`)',
    fix: 'Write the page as `.md`: `.mdx` is code and is not allowed here.',
  },
  {
    folder: /^(docs|handbook)\//,
    allowed: /\.(md|png|jpe?g|webp|avif|svg|json|csv)$/,
    expected: 'pages (`.md`), pictures and data',
    fix: 'Move a download to `static/`, and save anything else as one of these.',
  },
];

export const noUnexpectedFile: Rule = {
  id: 'no-unexpected-file',
  group: 'safety',
  summary: 'Each folder holds the kinds of file it is for.',
  why: 'A note under a wrong name would be lost in silence, and a page written as code could run.',
  good: [
    {'docs/priorities/floods.md': '---\n---\nWords.\n'},
    {'static/img/river.png': 'a picture', 'static/robots.txt': 'User-agent: *\n', 'docs/river.webp': 'a picture'},
    {'versioned_docs/version-2017-03/levels.csv': 'day,level\n', 'ledgers/links/a.example.json': '{}'},
  ],
  bad: [
    {'docs/priorities/floods.mdx': '---\ntitle: Floods\n---\nexport const run = 1;\n'},
    {'static/index.html': '<script></script>', 'static/a.js': 'run()', 'static/img/robots.txt': '', 'static/a.PNG': ''},
    {'blog/_pending/floods.txt': 'note: Words.\n', 'blog/2026/a.md': '---\n---\n'},
    {'docs/_category_.yml': 'label: Floods\n', 'versioned_docs/a.md': '---\n---\n', 'ledgers/a.md': '---\n---\n'},
  ],
  check: ({files}) =>
    files.flatMap(({path}) => {
      const folder = FOLDERS.find((candidate) => candidate.folder.test(path));
      if (!folder || folder.allowed.test(path)) return [];
      return [
        {path, problem: `file is of a kind this folder does not hold, expected ${folder.expected}`, fix: folder.fix},
      ];
    }),
};
