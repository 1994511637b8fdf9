import {expect, test} from 'vitest';
import {recordsOf} from '../../../src/changes/updates/page-record.ts';
import {page, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

test('an edition has the label of the configuration, and restates a text if the previous publisher had it', () => {
  const editions = ['2017-03', '2026-11'].map((name) => [`versioned_docs/version-${name}/index.md`, page('Start')]);
  const toolkit = toolkitWith({
    ...Object.fromEntries(editions),
    'toolkit.config.ts': JSON.stringify({
      predecessor: {name: 'Upper Ford', until: '2020-12-31', notice: 'Upper Ford published it until 2020.'},
      edition_labels: {'2017-03': 'Record of 2017'},
    }),
  });
  expect(
    recordsOf(toolkit, '2026-11-24').editions.map(({name, label, isRestated}) => ({name, label, isRestated})),
  ).toEqual([
    {name: '2026-11', label: undefined, isRestated: false},
    {name: '2017-03', label: 'Record of 2017', isRestated: true},
  ]);
});
