import type {Severity} from '../content/problem.ts';
import rules from './external-rules.json' with {type: 'json'};

/** A rule about the built site, other sites, a change or the settings. It has no file in `src/rules`. */
export interface ExternalRule {
  id: string;
  /** What it checks: links, or a change as a whole. */
  group: 'links' | 'change';
  /** The severities it can have, the worst first. Some depend on the problem. */
  severities: readonly Severity[];
  summary: string;
  why: string;
  fix: string;
}

/** Every id that a report can name in addition to the rules in `src/rules`. A test compares it with the code. */
export const EXTERNAL_RULES = rules as readonly ExternalRule[];
