import type {ParsedPage} from '../markdown/parsed-page.ts';
import type {CheckContext} from '../model/check-context.ts';
import type {Finding} from '../model/problem.ts';
import type {Toolkit, UnreadFile} from '../model/toolkit.ts';

/** What a rule looks after; editions are held to `safety` alone, and exceptions may be made of `structure` and `prose`. */
export type RuleGroup = 'model' | 'safety' | 'structure' | 'prose';

/**
 * One thing that must hold. The examples are the rule's tests and its reference page: `bad` ones that it finds, and
 * `good` ones that come close and pass; at least three of each, the plainest first.
 */
interface RuleOn<Example> {
  /** The file's name; `no-...` forbids, `require-...` demands; never used again once gone. */
  id: string;
  group: RuleGroup;
  summary: string;
  why: string;
  good: readonly Example[];
  bad: readonly Example[];
}

/** Files of an example, by path: changes to a sound toolkit. What cannot be read is given by the reason. */
export type ExampleFiles = Readonly<Record<string, string | Uint8Array | Omit<UnreadFile, 'path'>>>;

/** The day on which examples are checked. */
export const EXAMPLE_DAY = '2026-11-24';

/** A rule that looks at the whole toolkit, on a day, `2026-11-24`. */
export interface Rule extends RuleOn<ExampleFiles> {
  check(toolkit: Toolkit, today: string): Finding[];
}

/** What a page rule found; the path is the page's. */
export type PageFinding = Omit<Finding, 'path'>;

/** A rule that looks at one page alone, so that its findings can be kept until the page changes; examples are bodies. */
export interface PageRule extends RuleOn<string> {
  check(page: ParsedPage, context: CheckContext): PageFinding[];
}
