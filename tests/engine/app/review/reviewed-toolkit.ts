import {pageExample, updateExample} from '../../../../src/rules/examples/example-files.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';
import {configFile} from '../../support/toolkits/sound-toolkit.ts';

const MORE = 'sources:\n  - {title: Levels, publisher: River board, url: https://river.example/levels}\n';

/** A page that can be checked. */
export const LEVELS = pageExample('Levels', MORE, 'The river rises in autumn.\n\nRead the gauge each day.');

/** A published toolkit of two roles, with a page that nobody has checked yet, and changes that wait. */
export function checkedFiles(): Record<string, string | Uint8Array> {
  const changed = pageExample('Boats for all', '', 'Keep a boat for every street.');
  return {
    ...linkedFiles(),
    'toolkit.config.ts': configFile(
      `export default ${JSON.stringify({
        owners: [
          {id: 'editor', label: 'Editor', team: '@example-org/editor'},
          {id: 'warden', label: 'Head warden', team: '@example-org/warden'},
        ],
      })};\n`,
    ),
    'docs/levels.md': LEVELS,
    'docs/changed.md': changed.replace('every street', 'every second street'),
    'docs/unpublished.md': pageExample('Not yet'),
    'handbook/contribute/rules.md': pageExample('Rules of the check'),
    'blog/2026-11-10.md': updateExample('2026-11-10', 'levels, changed'),
    'blog/_published/2026-11-10/levels.md': LEVELS,
    'blog/_published/2026-11-10/changed.md': changed,
  };
}
