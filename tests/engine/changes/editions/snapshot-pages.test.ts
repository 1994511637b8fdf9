import {expect, test} from 'vitest';
import {snapshotPages} from '../../../../src/changes/editions/snapshot-pages.ts';
import type {ChangeNote} from '../../../../src/content/schemas/change-note-schema.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

test.each<[ChangeNote['kind'], object[]]>([
  ['content-removed', [{path: 'blog/_published/2026-11-24/gone.removed', content: ''}]],
  ['correction', []],
])('of a removed page that was never on record, a note `%s` leaves %j', (kind, files) => {
  const change: ChangeNote = {kind, significance: 'major', pages: ['gone'], note: 'Something is new for readers.'};
  expect(snapshotPages('2026-11-24', toolkitWith({}), [change], [])).toEqual(files);
});
