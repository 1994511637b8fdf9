import type {Node} from 'mdast';
import type {CheckContext} from '../content/check-context.ts';
import type {ParsedPage} from '../content/markdown/parsed-page.ts';
import type {Finding} from '../content/problem.ts';
import type {KeyPath, SourceDocument} from '../content/source-document.ts';
import type {Toolkit, UnreadFile} from '../content/toolkit.ts';

/** The subject of a rule. Editions are checked for `safety` only. `structure` and `prose` allow exceptions. */
export type RuleGroup = 'model' | 'safety' | 'structure' | 'prose';

/**
 * A rule with its documentation. The examples are its tests and appear on the reference page: `bad` ones break the rule,
 * and `good` ones come close and pass. There are at least three of each, the simplest first.
 */
interface RuleOn<Example> {
  /** The name of its file, beginning with `no-` or `require-`. The id of a removed rule is never reused. */
  id: string;
  group: RuleGroup;
  /** The language whose text it judges, `en`; a toolkit in another language does not use it. Left out for most rules. */
  language?: string;
  summary: string;
  why: string;
  good: readonly Example[];
  bad: readonly Example[];
}

/** The files of an example by path, as changes to a valid toolkit. The value of an unreadable file is the reason. */
export type ExampleFiles = Readonly<Record<string, string | Uint8Array | Omit<UnreadFile, 'path'>>>;

/** A rule that checks the whole toolkit on a day, `2026-11-24`. */
export interface Rule extends RuleOn<ExampleFiles> {
  check(toolkit: Toolkit, today: string): Finding[];
}

export type PageFinding = Omit<Finding, 'path'>;

/** A rule that checks one page, so that its findings are cached until the page changes. Its examples are page bodies. */
export interface PageRule extends RuleOn<string> {
  check(page: ParsedPage, context: CheckContext): PageFinding[];
}

/** Where a key of front matter or a record is, for a finding. */
export function placeOfKey({path, placeOf}: SourceDocument, key: KeyPath): Pick<Finding, 'path' | 'place'> {
  return {path, place: placeOf(key)};
}

/** Where a node of a page begins and ends, for a finding. */
export function spanOf({position}: Pick<Node, 'position'>): Pick<Finding, 'place' | 'end'> {
  return {place: position?.start, end: position?.end};
}
