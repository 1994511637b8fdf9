import {hasPublished, isBeforeLaunch} from '../../content/records/launch.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {noteExample, pageExample, updateExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const LAUNCHED = {[CONFIG_FILE]: 'export default {"launched": "2026-11-02"};'};
const BY_PREDECESSOR = {
  [CONFIG_FILE]:
    'export default {"predecessor": {"name": "The parish", "until": "2020-12-31", "notice": "The parish wrote the first text of it."}};',
  'blog/2020-11-02.md': updateExample('2020-11-02', 'index'),
};
const TEXT = {'blog/_published/2026-11-02/index.md': pageExample('Start')};
const NOTE = {'blog/_pending/index.md': noteExample('pages: [index]\n')};

export const requireLaunch: Rule = {
  id: 'require-launch',
  group: 'model',
  summary: 'A launched toolkit has a first update.',
  why: 'The first update says that the toolkit is public and stores the text of every page. Later changes are compared with that text.',
  good: [{}, NOTE, {...LAUNCHED, ...TEXT}, BY_PREDECESSOR],
  bad: [LAUNCHED, {...LAUNCHED, ...NOTE}, {...LAUNCHED, 'blog/2026-11-02.md': updateExample('2026-11-02', 'index')}],
  check: (toolkit) => {
    if (isBeforeLaunch(toolkit) || hasPublished(toolkit)) return [];
    return [
      {
        path: CONFIG_FILE,
        problem: `\`launched\` is \`${toolkit.config.launched}\` and nothing has been published, expected the first update`,
        fix: 'Run `npm run publish -- --launch`. If the toolkit is not public yet, remove `launched`.',
      },
    ];
  },
};
