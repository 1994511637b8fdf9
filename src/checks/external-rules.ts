import type {Severity} from '../model/problem.ts';

/** What an external rule checks: links, or a change as a whole. */
export type ExternalRuleGroup = 'links' | 'change';

/** A rule about the built site, other sites, a change or the settings. It has no file in `src/checks/rules`. */
export interface ExternalRule {
  id: string;
  group: ExternalRuleGroup;
  /** The severities it can have, the worst first. Some depend on the problem. */
  severities: readonly Severity[];
  summary: string;
  why: string;
  /** What to do about a problem. */
  fix: string;
}

/** Every id that a report can name in addition to the rules in `src/checks/rules`. A test compares it with the code. */
export const EXTERNAL_RULES: readonly ExternalRule[] = [
  {
    id: 'no-broken-link',
    group: 'links',
    severities: ['error'],
    summary: 'Every link, picture and feed entry in the built site works.',
    why: 'Broken links frustrate readers, and make them doubt the rest of the toolkit.',
    fix: 'Correct the address at the line in the report. If there is only one possible correction, `npm run links -- --fix` makes it for you.',
  },
  {
    id: 'no-lost-anchor',
    group: 'links',
    severities: ['error'],
    summary: 'Links to every heading ever published still reach the right section.',
    why: 'People link to headings. If a heading changes, their link opens the top of the page instead, and no error shows it.',
    fix: 'Add the old heading to `former_headings` of the page. `npm run rename-heading` changes a heading and does this for you.',
  },
  {
    id: 'no-dead-link',
    group: 'links',
    severities: ['error', 'warning'],
    summary: 'Every link to another site opens a page.',
    why: 'A source that is gone proves nothing. A new link that does not open blocks the change. An older link counts as dead after four failures over four weeks, because sites often fail briefly and recover.',
    fix: 'Link to its new address, or to a copy in an archive.',
  },
  {
    id: 'no-moved-link',
    group: 'links',
    severities: ['note'],
    summary: 'A link to another site does not depend on a redirect.',
    why: 'The other site may remove the redirect one day, and the link would break.',
    fix: 'Check that the page says the same, then use the new address.',
  },
  {
    id: 'no-unseen-link',
    group: 'links',
    severities: ['note'],
    summary: 'A link to another site opens for automated checks.',
    why: 'Some sites block automated checks, so a person has to check that the page exists and is the right one.',
    fix: 'Open the link in a browser, and check that it is the right page.',
  },
  {
    id: 'no-mixed-change',
    group: 'change',
    severities: ['warning', 'note'],
    summary: 'A change to pages does not change code, settings or workflows.',
    why: "Text and code need different reviewers. Code runs on other people's computers, and must not slip in with an edit to a page.",
    fix: 'Remove the other files from the change, or explain to the reviewers why they belong here.',
  },
  {
    id: 'no-unused-exception',
    group: 'change',
    severities: ['error'],
    summary: 'An exception is directly before the text that breaks the rule, and gives a reason.',
    why: 'An unused exception would hide the next mistake in the same place. Rules about safety, files and facts allow no exceptions.',
    fix: 'Delete the comment, move it, or add the reason after a colon.',
  },
  {
    id: 'no-stale-generated-file',
    group: 'change',
    severities: ['error'],
    summary: 'Generated files match their sources.',
    why: 'If forms, schemas and reference pages are out of date, they ask contributors for the wrong things.',
    fix: 'Change the source named at the top of the file, then run `npm run generate`.',
  },
  {
    id: 'no-loose-baseline',
    group: 'change',
    severities: ['error'],
    summary: 'The baseline of known problems allows only problems that still exist.',
    why: 'An entry without a problem would let a new problem in.',
    fix: 'Run `npm run check -- --fix` to remove fixed problems from the baseline.',
  },
  {
    id: 'no-grown-baseline',
    group: 'change',
    severities: ['error'],
    summary: 'The baseline of known problems never grows.',
    why: 'The baseline is for problems older than their rule. Fix new problems, or add an exception with a reason.',
    fix: 'Fix the problem, and undo the change to the baseline.',
  },
  {
    id: 'no-invalid-configuration',
    group: 'change',
    severities: ['error'],
    summary: 'The settings in `toolkit.config.ts` and `navigation.json` are valid.',
    why: 'Addresses, vocabularies and roles on every page come from these settings.',
    fix: 'Correct the key in the report. `src/model/schemas/toolkit-schema.ts` and `navigation-schema.ts` explain every key.',
  },
  {
    id: 'no-reserved-value',
    group: 'change',
    severities: ['error'],
    summary: 'The settings contain no placeholders.',
    why: 'Readers cannot reach a placeholder address or mailbox. Only `npm run check -- --release` and the deployment check this.',
    fix: 'Enter your own address, mailbox, repository and teams in `toolkit.config.ts`.',
  },
];
