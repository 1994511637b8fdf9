import type {Transaction} from '../../../../src/io/transaction/commit.ts';

/** A tree that has everything a transaction can meet. */
export const BEFORE = {
  'docs/index.md': 'Start\n',
  'docs/keep.md': 'Kept\n',
  'docs/moved.md': 'Moved\n',
  'docs/old/gone.md': 'Gone\n',
  'tools/run.sh': 'echo old\n',
};

/** A transaction that does everything a transaction can do. */
export const REBUILDING: Transaction = {
  command: 'rebuild',
  changes: [
    {path: 'docs/index.md', found: BEFORE['docs/index.md'], content: 'Start again\n'},
    {path: 'tools/run.sh', found: BEFORE['tools/run.sh'], content: 'echo new\n'},
    {path: 'docs/moved.md', found: BEFORE['docs/moved.md'], content: undefined},
    {path: 'docs/new/deep/moved.md', found: undefined, content: BEFORE['docs/moved.md']},
    {content: undefined, path: 'docs/old/gone.md', found: BEFORE['docs/old/gone.md']},
    {path: 'docs/new/image.bin', found: undefined, content: Uint8Array.of(0, 255, 10, 128)},
    {path: 'versions.json', found: undefined, content: '["2017-03"]\n'},
  ],
};

/** The tree when all of it is done, and no empty folder with it. */
export const AFTER = {
  'docs/index.md': 'Start again\n',
  'docs/keep.md': 'Kept\n',
  'docs/new/deep/moved.md': 'Moved\n',
  'docs/new/image.bin': Uint8Array.of(0, 255, 10, 128),
  'tools/run.sh': 'echo new\n',
  'versions.json': '["2017-03"]\n',
};
