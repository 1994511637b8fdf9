import type {ChangeNote} from './schemas/change-note-schema.ts';

/** A change with its place in its update, counted from 1, by which corrections name it. */
export type CountedChange = ChangeNote & {nth: number};

/** The changes of an update, counted. */
export function countChanges(changes: readonly ChangeNote[]): CountedChange[] {
  return changes.map((change, index) => ({...change, nth: index + 1}));
}
