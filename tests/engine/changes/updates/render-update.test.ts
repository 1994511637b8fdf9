import {expect, test} from 'vitest';
import {renderUpdate} from '../../../../src/changes/updates/render-update.ts';
import {checkFrontMatter} from '../../../../src/content/front-matter/check-front-matter.ts';
import {type Update, updateSchema} from '../../../../src/content/schemas/update-schema.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';

const UPDATE: Update = {
  changes: [
    {
      answers: [3, 14],
      editions: ['2017-03'],
      corrects: '2026-11-02#2',
      what_to_do: 'Read it again: slowly.',
      who_is_affected: '- Clerks #1',
      why: 'It said "no", and meant: yes.',
      note: "It is the clerk's duty: yes, and no # comment.",
      pages: ['index', ...Array.from({length: 12}, (_, index) => `approaches/number-${index}`)],
      significance: 'major',
      kind: 'correction',
    },
  ],
  edition: '2026-11.2',
  published: {latest: '2026-11-24', earliest: '2026-11-24'},
  date: '2026-11-24',
  slug: '2026-11-24.10',
  title: 'Yes: "words", and 100%',
};

test('an update that is written and read again is the same, whatever marks its words hold', () => {
  const {document, broken} = readDocument('blog/2026-11-24.10.md', renderUpdate(UPDATE));
  expect(broken).toEqual([]);
  expect(checkFrontMatter(document, updateSchema)).toEqual({data: UPDATE});
  expect(Object.keys(document.frontMatter ?? {}).slice(0, 3)).toEqual(['title', 'slug', 'date']);
  expect(document.body).toBe('');
});
