import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import type {Fault} from '../../content/problem.ts';
import {hasPublished, isBeforeLaunch} from '../../content/records/launch.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {unchangedExamples} from '../template.ts';
import {addLaunch, launchLine} from './configuration-text.ts';
import type {PublishedTree} from './published-tree.ts';

/**
 * Plans what the launch of a toolkit on a day does besides publishing an update.
 *
 * @returns the ids of the pages whose text is put on record, and the configuration, unless it has the day already
 */
export function draftLaunch({toolkit, configText}: PublishedTree, day: string) {
  const pages = allPages(toolkit)
    .map(({id}) => id)
    .filter((id) => !isGeneratedPage(id));
  return {pages, config: toolkit.config.launched === undefined ? addLaunch(configText, day) : undefined};
}

/** The change note of the first update, which names the front page for all pages. */
export function launchNote(toolkit: Toolkit): ChangeNote {
  const guidance = toolkit.pages.filter(({document}) => document.path.startsWith('docs/'));
  return {
    kind: 'page-added',
    significance: 'major',
    pages: ['index'],
    note: textOf(toolkit.config).updates.launchNote({pages: guidance.length, studies: toolkit.caseStudies.length}),
  };
}

/** Says what to do instead of publishing a change of a toolkit that no reader has seen. */
const NOT_LAUNCHED: Fault = {
  problem: 'the toolkit is not launched, expected `--launch` with its first update',
  fix: 'Run `npm run publish -- --launch` when the toolkit becomes public. Until then, no change needs a note.',
};

/** Why a toolkit cannot be launched, or cannot be published without being launched. */
export function checkLaunch({toolkit, configText}: PublishedTree, isLaunch: boolean, day: string): Fault[] {
  const {launched} = toolkit.config;
  if (!isLaunch) return isBeforeLaunch(toolkit) ? [NOT_LAUNCHED] : [];
  if (launched !== undefined && hasPublished(toolkit)) {
    const problem = `the toolkit was launched on ${launched}, expected \`--launch\` only once`;
    return [{problem, fix: 'Leave `--launch` out. From now on, each change needs a change note.'}];
  }
  const waiting = hasPublished(toolkit) ? toolkit.documents.filter(({kind}) => kind === 'change-note') : [];
  return [
    ...unchangedExamples(toolkit).map((file) => ({
      problem: `\`${file}\` still has the example text of a new toolkit, expected your own`,
      fix: 'Replace the text, or delete the page and the links to it.',
    })),
    ...waiting.map(({document}) => ({
      problem: `\`${document.path}\` waits, expected no note: the first update is about every page`,
      fix: 'Publish the notes that wait first, without `--launch`.',
    })),
    ...checkConfiguration(configText, day, launched),
    ...(toolkit.pages.some(({id}) => id === 'index')
      ? []
      : [{problem: 'no front page found, expected `docs/index.md`', fix: 'Write it, and run this command again.'}]),
  ];
}

/** Why the day of the launch cannot be in the configuration. */
function checkConfiguration(text: string, day: string, launched: string | undefined): Fault[] {
  if (launched === undefined && addLaunch(text, day) === undefined) {
    const problem = `\`${CONFIG_FILE}\` does not export one object that can be edited safely, expected \`launched\` to be added to it`;
    return [{problem, fix: `Add \`${launchLine(day)}\` to the settings yourself, and run this command again.`}];
  }
  if (launched === undefined || day === launched) return [];
  const problem = `\`--date\` is \`${day}\`, expected ${launched}, the day in \`${CONFIG_FILE}\``;
  return [{problem, fix: `Leave \`--date\` out, or remove \`launched\` from \`${CONFIG_FILE}\`.`}];
}
