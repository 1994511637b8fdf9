import {BASELINE_FILE, storedBaseline} from '../baseline.ts';
import {pageIdOf} from '../page-id.ts';
import {count} from '../report/sections.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {literal} from './literal.ts';
import {byRole, ownerLabel} from './owner-label.ts';

/** Old problems of prose and structure that the baseline lets stand, one row a page and rule. */
export function baselineSection(toolkit: Toolkit): DeskSection {
  const stored = storedBaseline(toolkit.files);
  const rows = Object.entries(stored.baseline).flatMap(([path, rules]) => {
    const {title, owner} = toolkit.documents.find(({document}) => document.path === path)?.document.frontMatter ?? {};
    return Object.entries(rules).map(
      ([rule, problems]): DeskRow => ({
        title: typeof title === 'string' ? title : path,
        id: pageIdOf(path),
        matter: `${count(problems, 'problem')} of ${literal(rule)} ${problems === 1 ? 'stands' : 'stand'}.`,
        owner: ownerLabel(toolkit.config, owner),
        command: commandLine('check', path),
      }),
    );
  });
  return {
    id: 'baseline',
    title: 'Old problems that the baseline lets stand',
    about: 'The number may only shrink. Mend a page, then let the baseline shrink with `npm run check -- --fix`.',
    none: 'The baseline lets nothing stand: every page keeps every rule, or gives its reason where it does not.',
    rows: stored.isBroken ? undefined : byRole(toolkit.config, rows),
    ...(stored.isBroken && {
      unseen: `\`${BASELINE_FILE}\` cannot be read. \`${commandLine('check')}\` tells what to do.`,
    }),
  };
}
