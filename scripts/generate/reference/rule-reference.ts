import type {OtherRule, OtherRuleGroup} from '../../../src/checks/external-rules.ts';
import {OTHER_RULES} from '../../../src/checks/external-rules.ts';
import {PAGE_RULES, TOOLKIT_RULES} from '../../../src/checks/policy.ts';
import type {ExampleFiles, PageRule, Rule, RuleGroup} from '../../../src/checks/rule.ts';
import type {Severity} from '../../../src/model/problem.ts';
import {compareText} from '../../../src/model/problem.ts';
import type {ToolkitConfig} from '../../../src/model/schemas/toolkit-schema.ts';
import {renderCode, renderPage} from './render-page.ts';

/** Characters that are not seen, or not seen for what they are; line ends and plain spaces stay. */
const UNSEEN_RE = /(?![\n ])[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\uFFFC]/gu;

/** A text in which every character can be seen: others are written as escapes, `\u202E`. */
function visibleText(text: string): string {
  return text.replace(UNSEEN_RE, escapeOf);
}

function escapeOf(character: string): string {
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}

/** Bytes as they are written down: `89 50 4E 47`. */
function visibleBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** A letter of another script beside a Latin one, which it may look like. */
const LOOKALIKE_RE = /(?<=\p{Script=Latin})[\p{L}--\p{Script=Latin}]|[\p{L}--\p{Script=Latin}](?=\p{Script=Latin})/gv;

const AT_RE = /(?<=\w)@(?=[\w-]+\.\w)/g;
const TELEPHONE_RE = /(?<!\w)(\+\d\d ?\d{3}|0\d{3})([\d -]{5,8}\d)\b/g;

/** An example for readers: what could be taken for somebody's address or number is masked, for it would be found on this page too. */
export function shownExample(text: string): string {
  return visibleText(text)
    .replace(LOOKALIKE_RE, escapeOf)
    .replace(AT_RE, ' [at] ')
    .replace(TELEPHONE_RE, (_number, start: string, end: string) => start + end.replaceAll(/\d/g, '#'));
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'Must be mended',
  warning: 'Please look',
  note: 'For your information',
};

const GROUPS: Readonly<Record<RuleGroup, {title: string; about: string}>> = {
  safety: {
    title: 'Safety',
    about: 'What could harm readers or the people a page is about. Editions are held to these too.',
  },
  model: {title: 'Files and facts', about: 'What the site is made from: files, front matter, names and records.'},
  structure: {title: 'Structure', about: 'Headings, tables, links and pictures.'},
  prose: {title: 'Words', about: 'Plain English, figures and dates.'},
};

const OTHER_GROUPS: Readonly<Record<OtherRuleGroup, {title: string; about: string}>> = {
  links: {
    title: 'Links of the built site, and to other sites',
    about:
      'What `npm run links` finds in the built site, what its `--external` finds on other sites, and what the weekly check tells.',
  },
  change: {
    title: 'Changes, exceptions and settings',
    about: 'What is wrong with a change as a whole, and with the files that the checks themselves are made from.',
  },
};

/** Two linters whose rules stand beside ours, each under a name of its own. */
const LINTERS = [
  {
    id: 'markdownlint/...',
    summary: 'Markdown is written in one way: headings, lists, spaces, empty lines, tables and code.',
    more: 'Each report says what to do. [The rules of markdownlint](https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md) explain each name that follows the stroke.',
  },
  {
    id: 'remark-lint/...',
    summary: 'Markdown means what it seems to mean: references, quotations and breaks.',
    more: 'Each report says what to do. [The rules of remark-lint](https://github.com/remarkjs/remark-lint#rules) explain each name that follows the stroke.',
  },
];

/** Longer examples are cut: the first lines tell what they are. */
const LONGEST = 800;

/** Every rule, by what it looks after: what it asks, why, and what it finds and passes. */
export function ruleReference(toolkit: ToolkitConfig): string {
  const rules = [...TOOLKIT_RULES, ...PAGE_RULES].toSorted(([a], [b]) => compareText(a.id, b.id));
  return renderPage(
    {
      title: 'Rules for pages',
      description:
        'Every rule that the checks hold pages to: what it asks, why, how much it matters, and an example that breaks it.',
      source: 'the rules in `src/checks/rules` and `src/checks/external-rules.ts`',
      blocks: [
        `The checks hold every page to ${rules.length} rules, and look at links and changes as well. A problem that must be mended stops a change. The others leave the choice to you.`,
        'Each report names the rule that found the problem. In the examples, a character that cannot be seen is written as its code. Addresses and numbers of persons are masked.',
        ...(Object.keys(GROUPS) as RuleGroup[]).flatMap((group) => {
          const own = rules.filter(([rule]) => rule.group === group);
          const {title, about} = GROUPS[group];
          return own.length > 0 ? [`## ${title}`, about, ...own.flatMap(renderRule)] : [];
        }),
        ...(Object.keys(OTHER_GROUPS) as OtherRuleGroup[]).flatMap((group) => {
          const own = OTHER_RULES.filter((rule) => rule.group === group);
          const {title, about} = OTHER_GROUPS[group];
          return [`## ${title}`, about, ...own.toSorted((a, b) => compareText(a.id, b.id)).flatMap(renderOther)];
        }),
        '## Markdown',
        'Two other programs look at how a page is written down. A report names the program before the rule.',
        ...LINTERS.flatMap(({id, summary, more}) => [`### \`${id}\``, `${summary} **${SEVERITIES.error}.**`, more]),
      ],
    },
    toolkit,
  );
}

function renderRule([rule, severity]: readonly [Rule | PageRule, Severity]): string[] {
  return [
    `### \`${rule.id}\``,
    `${rule.summary} **${SEVERITIES[severity]}.**`,
    rule.why,
    ...renderExample('It finds', rule.bad[0]),
    ...renderExample('It passes', rule.good[0]),
  ];
}

function renderOther({id, severities, summary, why, fix}: OtherRule): string[] {
  const [first = '', ...rest] = severities.map((severity) => SEVERITIES[severity]);
  const matters = [first, ...rest.map((words) => words.toLowerCase())].join(', or ');
  return [`### \`${id}\``, `${summary} **${matters}.**`, why, `What to do: ${fix}`];
}

function renderExample(verdict: string, example: ExampleFiles | string | undefined): string[] {
  if (example === undefined) return [];
  if (typeof example === 'string') return [`${verdict}:`, renderCode('md', cut(shownExample(example)))];
  const files = Object.entries(example);
  if (files.length === 0) return [`${verdict} a toolkit that breaks no rule.`];
  return files.flatMap(([path, content], index) => [
    `${index === 0 ? `${verdict}, in` : 'And in'} \`${path}\`:`,
    renderContent(path, content),
  ]);
}

function renderContent(path: string, content: ExampleFiles[string]): string {
  if (content instanceof Uint8Array) return renderCode('text', cut(visibleBytes(content)));
  if (typeof content !== 'string') return renderCode('text', content.reason);
  return renderCode(path.split('.').at(-1) ?? 'text', content === '' ? '(nothing)' : cut(shownExample(content)));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}\n... and ${text.length - LONGEST} characters more` : text;
}
