import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {DeskRow} from './desk.ts';

/** What stands for things that no role looks after. */
const NOBODY = 'Nobody in particular';

/** What a role is called; `NOBODY` for one that the configuration does not know. */
export function ownerLabel({owners}: Pick<ToolkitConfig, 'owners'>, id: unknown): string {
  return owners.find((owner) => owner.id === id)?.label ?? NOBODY;
}

/** Rows listed by role, in the order of the configuration; under each, what has waited longest comes first. */
export function byRole({owners}: Pick<ToolkitConfig, 'owners'>, rows: readonly DeskRow[]): DeskRow[] {
  const labels = [...owners.map(({label}) => label), NOBODY];
  return rows
    .map((row) => ({...row, group: row.owner ?? NOBODY}))
    .sort((a, b) => labels.indexOf(a.group) - labels.indexOf(b.group) || (b.days ?? 0) - (a.days ?? 0));
}
