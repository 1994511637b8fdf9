import type {Severity} from '../model/problem.ts';

/** What a rule without a file of its own looks at. */
export type OtherRuleGroup = 'links' | 'change';

/** A rule that is no `Rule` of a page: it looks at the built site, at other sites, at a change or at the settings. */
export interface OtherRule {
  id: string;
  group: OtherRuleGroup;
  /** How much it may matter, the gravest first: some depend on what was found. */
  severities: readonly Severity[];
  summary: string;
  why: string;
  /** What to do, to whoever meets it in a report. */
  fix: string;
}

/** Every id that a report may name beside those of rules in `src/checks/rules`; a test holds the code against it. */
export const OTHER_RULES: readonly OtherRule[] = [
  {
    id: 'no-broken-link',
    group: 'links',
    severities: ['error'],
    summary: 'Every link, picture and entry of a feed in the built site leads to something that is there.',
    why: 'A reader who meets a dead end trusts the next page less, and cannot tell whether the words behind it ever existed.',
    fix: 'Correct the address at the line that the report names. Where it can mean one thing only, `npm run links -- --fix` does so.',
  },
  {
    id: 'no-lost-anchor',
    group: 'links',
    severities: ['error'],
    summary: 'Every heading that readers could ever link to still leads to its words.',
    why: 'People link to a heading, and quote it. After a change of its words the same link would open the page at its top, and nobody would notice.',
    fix: 'Name the old heading under `former_headings` of the page. `npm run rename-heading` changes a heading and does so by itself.',
  },
  {
    id: 'no-dead-link',
    group: 'links',
    severities: ['error', 'warning'],
    summary: 'A link to another site leads to a page that opens.',
    why: 'A source that is gone proves nothing. A new link that does not open stops a change. An older one counts as dead after four failures over four weeks, for sites fail for an hour and come back.',
    fix: 'Link to where it is published now, or to a copy in an archive.',
  },
  {
    id: 'no-moved-link',
    group: 'links',
    severities: ['note'],
    summary: 'A link to another site rests on no redirect.',
    why: 'Whoever moved the page may take the old address away one day, and the link would die then.',
    fix: 'Write the new address once you have seen that the page says the same.',
  },
  {
    id: 'no-unseen-link',
    group: 'links',
    severities: ['note'],
    summary: 'A link to another site leads to a page that a program can see.',
    why: 'Some sites let no program in, so no check can tell whether the page is there, or is the one that is meant.',
    fix: 'Open it in a browser to see that it is the page you mean.',
  },
  {
    id: 'no-mixed-change',
    group: 'change',
    severities: ['warning', 'note'],
    summary: 'A change of pages changes no code, settings or workflows.',
    why: 'Reviewers read words and code in two ways, and what runs on the machines of others must not slip in beside a sentence.',
    fix: 'Take the other files out, or tell the reviewers why they belong here.',
  },
  {
    id: 'no-unused-exception',
    group: 'change',
    severities: ['error'],
    summary: 'An exception from a rule stands right before what breaks it, and gives a reason.',
    why: 'An exception that excepts nothing hides the next mistake in the same place. Of safety, files and facts there are none.',
    fix: 'Delete the comment, move it, or write the reason after a colon.',
  },
  {
    id: 'no-stale-generated-file',
    group: 'change',
    severities: ['error'],
    summary: 'A generated file says what its source says.',
    why: 'Forms, schemas and reference pages that went their own way would ask for what no check expects.',
    fix: 'Change the source that its first lines name, and run `npm run generate`.',
  },
  {
    id: 'no-loose-baseline',
    group: 'change',
    severities: ['error'],
    summary: 'The list of old problems that may stand allows no more than there are.',
    why: 'Room that is left in it would let a new problem in.',
    fix: 'Run `npm run check -- --fix`, which lets it shrink.',
  },
  {
    id: 'no-grown-baseline',
    group: 'change',
    severities: ['error'],
    summary: 'The list of old problems that may stand never grows.',
    why: 'It is there for what stood before a rule did. New problems are mended, or excepted with a reason.',
    fix: 'Mend the problem, and leave the list as it was.',
  },
  {
    id: 'no-invalid-configuration',
    group: 'change',
    severities: ['error'],
    summary: 'The settings in `toolkit.config.ts` and `navigation.json` can be read, and hold what is asked of them.',
    why: 'Addresses, vocabularies and roles on every page are made from them.',
    fix: 'Correct the key that the report names; each is explained in `src/model/schemas/toolkit-schema.ts` or `navigation-schema.ts`.',
  },
  {
    id: 'no-reserved-value',
    group: 'change',
    severities: ['error'],
    summary: 'No value of the settings is one that stands in the place of a decision.',
    why: 'An address or a mailbox that belongs to nobody would lead readers nowhere; only `npm run check -- --release` and the deployment ask.',
    fix: "Write the publisher's own address, mailbox, repository and teams into `toolkit.config.ts`.",
  },
];
