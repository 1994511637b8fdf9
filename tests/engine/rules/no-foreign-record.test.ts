import {expect, test} from 'vitest';
import {readFiles} from '../../../src/io/read-files.ts';
import {checkModel} from '../../../src/rules/rule-set.ts';
import {FLOOD} from '../support/toolkits/copy-toolkit.ts';
import {page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

/** Everything that another toolkit has published. */
const {files} = readFiles(FLOOD, ['blog', 'ledgers', 'versioned_docs'], () => true);
const RECORDS = Object.fromEntries(files.map(({path, bytes}) => [path, bytes]));

const check = (more: Record<string, string> = {}) => checkModel(toolkitWith({...RECORDS, ...more}), '2026-11-24');

test('the records of the toolkit that a repository was copied from are one problem, with what to delete', () => {
  expect(check()).toMatchObject([
    {
      ruleId: 'no-foreign-record',
      fix: 'Delete `blog/`, `ledgers/`, `versioned_docs/`, `versioned_sidebars/` and `versions.json`. If the records are yours, restore the pages.',
    },
  ]);
});

test('other problems are reported with them', () => {
  expect(check({'docs/homes.md': page('Homes')}).map(({ruleId}) => ruleId)).toEqual([
    'no-duplicate-title',
    'no-foreign-record',
  ]);
});

test('records are this toolkit’s own while one of their pages is left', () => {
  const found = check({'docs/approaches/wardens.md': page('Wardens')}).map(({ruleId}) => ruleId);
  expect(found).not.toContain('no-foreign-record');
  expect(found).toContain('no-lost-address');
});
