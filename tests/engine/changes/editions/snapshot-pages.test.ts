import {expect, test} from 'vitest';
import {snapshotPages} from '../../../../src/changes/editions/snapshot-pages.ts';
import {recordedFiles} from '../../../../src/content/records/published-files.ts';
import type {ChangeNote} from '../../../../src/content/schemas/change-note-schema.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const ENCODER = new TextEncoder();

/** The records among files that are written as `2026-11-02/index.md`. */
function records(files: Readonly<Record<string, string>>) {
  return recordedFiles(
    Object.entries(files).map(([file, text]) => ({path: `blog/_published/${file}`, bytes: ENCODER.encode(text)})),
  );
}

function kept(
  pages: string[],
  files: Record<string, string>,
  recorded: Record<string, string>,
  kind: ChangeNote['kind'] = 'content-changed',
) {
  const change: ChangeNote = {kind, significance: 'major', pages, note: 'Something is new for readers.'};
  return snapshotPages('2026-11-24', toolkitWith(files), [change], records(recorded)).map(({path, content}) => {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return [path.replace('blog/_published/2026-11-24/', ''), text.split('\n').at(-2) ?? text];
  });
}

test('a page that is gone is marked once, with the page it moved to', () => {
  const moved = {
    'docs/wardens.md':
      '---\ntitle: Wardens\ndescription: What the page tells a clerk who has an afternoon to prepare a village.\nowner: editor\nreview_every: 12 months\nredirect_from: [/toolkit/helpers/]\n---\n\nWords.\n',
  };
  const recorded = {
    '2026-11-02/helpers.md': 'Words.\n',
    '2026-11-02/gone.md': 'Words.\n',
    '2026-11-02/marked.md': 'Words.\n',
    '2026-11-03/marked.removed': '',
    '2026-11-02/index.removed': '',
  };
  expect(kept(['index', 'unknown'], moved, recorded).slice(1)).toEqual([
    ['gone.removed', ''],
    ['helpers.removed', 'moved to wardens'],
  ]);
});

test('a removed page that was never on record is marked where the note says so', () => {
  expect(kept(['gone'], {}, {}, 'content-removed')).toEqual([['gone.removed', '']]);
  expect(kept(['gone'], {}, {}, 'correction')).toEqual([]);
});
