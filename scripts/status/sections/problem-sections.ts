import {storedBaseline} from '../../../src/checks/baseline.ts';
import {checkRelease} from '../../../src/checks/check-release.ts';
import {commandLine} from '../../../src/format/command-line.ts';
import {count} from '../../../src/format/text.ts';
import {pageIdOf} from '../../../src/model/pages/page-id.ts';
import {BASELINE_FILE} from '../../../src/model/schemas/records/baseline-schema.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {byRole, type DashboardSection, literal, ownerLabel} from './row-parts.ts';

/** Known problems that the baseline allows, one row a page. */
export function baselineSection({files, documents, config}: Toolkit): DashboardSection {
  const stored = storedBaseline(files);
  const rows = Object.entries(stored.baseline).map(([path, rules]) => {
    const {title, owner} = documents.find(({document}) => document.path === path)?.document.frontMatter ?? {};
    const counts = Object.entries(rules).map(([rule, problems]) => `${count(problems, 'problem')} of ${literal(rule)}`);
    return {
      title: typeof title === 'string' ? title : path,
      id: pageIdOf(path),
      matter: `${counts.join(', ')}.`,
      owner: ownerLabel(config, owner),
      command: commandLine('check', path),
    };
  });
  return {
    id: 'baseline',
    title: 'Old problems that the baseline allows',
    about: 'Their number may only fall. Fix a page, then update the baseline with `npm run check -- --fix`.',
    rows: stored.isBroken ? undefined : byRole(config, rows),
    ...(stored.isBroken && {
      unseen: `\`${BASELINE_FILE}\` cannot be read. \`${commandLine('check')}\` says what to do.`,
    }),
  };
}

/** Values of the configuration that stop the site from being deployed until a publisher decides them. */
export function releaseSection({config}: Toolkit): DashboardSection {
  return {
    id: 'release',
    title: 'Values that stop a release',
    about: 'Nothing is deployed until the publisher decides these.',
    rows: checkRelease(config).map(({path, problem, fix}) => ({
      title: path,
      matter: `${problem}. ${fix}`,
      command: commandLine('check', '--release'),
    })),
  };
}
