import {byOwner} from '../../../src/content/link-ledger/by-owner.ts';
import type {OwnedProblem} from '../../../src/content/link-ledger/link-problems.ts';
import {renderText} from '../../../src/content/report/render-text.ts';
import type {ToolkitConfig} from '../../../src/content/schemas/toolkit-schema.ts';

/** Problems as text, by the role that has to mend them. */
export function renderOutside(problems: readonly OwnedProblem[], config: Pick<ToolkitConfig, 'owners'>): string {
  return byOwner(problems, config)
    .map(({label, problems: owned}) => `For the role ${label} (${owned.length})\n\n${renderText(owned)}`)
    .join('\n\n');
}
