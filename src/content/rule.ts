import type {Finding} from './problem.ts';
import type {Toolkit} from './toolkit.ts';

/** A file of a rule's example, by path. */
type ExampleFiles = Readonly<Record<string, string>>;

/**
 * One thing that must hold. `good` and `bad` are changes to a sound toolkit: they are the rule's tests
 * and its reference page.
 */
export interface Rule {
  /** The file's name; `no-...` forbids, `require-...` demands; never used again once gone. */
  id: string;
  summary: string;
  why: string;
  good: ExampleFiles;
  bad: ExampleFiles;
  check(toolkit: Toolkit): Finding[];
}
