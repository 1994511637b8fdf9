import {compareText, type Severity} from '../../../content/problem.ts';
import {EXTERNAL_RULES, type ExternalRule} from '../../../rules/external-rules.ts';
import {SEVERITY_TITLES} from '../../../rules/report/sections.ts';
import type {ExampleFiles, PageRule, Rule} from '../../../rules/rule.ts';
import {PAGE_RULES, TOOLKIT_RULES} from '../../../rules/rule-set.ts';
import {MANUAL_OWNER, renderCode, renderPage} from './render-page.ts';
import ruleGroups from './rule-groups.json' with {type: 'json'};

const {groups, externalGroups, linters} = ruleGroups;

/** Invisible and misleading characters, except for line endings and plain spaces. */
const UNSEEN_RE = /(?![\n ])[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\uFFFC]/gu;

/** An invisible character as an escape, such as `\u202E`. */
function escapeOf(character: string): string {
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}

/** Bytes as text: `89 50 4E 47`. */
function visibleBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** A letter of another script next to a Latin letter, which it may look like. */
const LOOKALIKE_RE = /(?<=\p{Script=Latin})[\p{L}--\p{Script=Latin}]|[\p{L}--\p{Script=Latin}](?=\p{Script=Latin})/gv;

const AT_RE = /(?<=\w)@(?=[\w-]+\.\w)/g;
const TELEPHONE_RE = /(?<!\w)(\+\d\d ?\d{3}|0\d{3})([\d -]{5,8}\d)\b/g;

/** An example for readers. Addresses and numbers are masked, because the rules would find them on this page too. */
function shownExample(text: string): string {
  return text
    .replace(UNSEEN_RE, escapeOf)
    .replace(LOOKALIKE_RE, escapeOf)
    .replace(AT_RE, ' [at] ')
    .replace(TELEPHONE_RE, (_number, start: string, end: string) => start + end.replaceAll(/\d/g, '#'));
}

/** The length at which examples are cut, in characters. */
const MAX_LENGTH = 800;

/** Renders the reference page of all rules, with their reasons and examples. */
export function ruleReference(): string {
  const rules = [...TOOLKIT_RULES, ...PAGE_RULES].toSorted(([a], [b]) => compareText(a.id, b.id));
  return renderPage(
    {
      title: 'Rules for pages',
      description:
        'Every rule that the checks apply to pages: what it requires, why, how serious it is, and an example that breaks it.',
      source: 'the rules in `src/rules` and `src/rules/external-rules.json`',
      blocks: [
        `The checks apply ${rules.length} rules to every page, and also check links and changes. A problem marked "Must be fixed" blocks a change. For the others, you decide.`,
        'Each report names the rule that found the problem. In the examples, invisible characters appear as codes, and personal addresses and numbers are masked.',
        ...groups.flatMap(({id, title, about}) => {
          const own = rules.filter(([rule]) => rule.group === id);
          return own.length > 0 ? [`## ${title}`, about, ...folded(own.map(renderRule))] : [];
        }),
        ...externalGroups.flatMap(({id, title, about}) => {
          const own = EXTERNAL_RULES.filter(({group}) => group === id);
          return [`## ${title}`, about, ...folded(own.toSorted((a, b) => compareText(a.id, b.id)).map(renderExternal))];
        }),
        '## Markdown',
        'Two other programs check the Markdown of a page. A report gives the name of the program before the rule.',
        ...linters.flatMap(({id, summary, more}) => [
          `### \`${id}\``,
          `${summary} **${SEVERITY_TITLES.error}.**`,
          more,
        ]),
      ],
    },
    MANUAL_OWNER,
  );
}

/** Rules that readers open together: all of them would be fifty screens. Examples may have fences of three colons. */
function folded(rules: readonly string[][]): string[] {
  return [`::::::details[${rules.length} rules]`, ...rules.flat(), '::::::'];
}

const LANGUAGE_NAMES = new Intl.DisplayNames('en', {type: 'language'});

function renderRule([rule, severity]: readonly [Rule | PageRule, Severity]): string[] {
  return [
    `### \`${rule.id}\``,
    `${rule.summary} **${SEVERITY_TITLES[severity]}.**`,
    ...(rule.language === undefined ? [] : [`Only for toolkits in ${LANGUAGE_NAMES.of(rule.language)}.`]),
    rule.why,
    ...renderExample('This breaks the rule', rule.bad[0]),
    ...renderExample('This follows the rule', rule.good[0]),
  ];
}

function renderExternal({id, severities, summary, why, fix}: ExternalRule): string[] {
  const [first = '', ...rest] = severities.map((severity) => SEVERITY_TITLES[severity]);
  const matters = [first, ...rest.map((words) => words.toLowerCase())].join(', or ');
  return [`### \`${id}\``, `${summary} **${matters}.**`, why, `What to do: ${fix}`];
}

function renderExample(verdict: string, example: ExampleFiles | string | undefined): string[] {
  if (example === undefined) return [];
  if (typeof example === 'string') return [`${verdict}:`, renderCode('md', cut(shownExample(example)))];
  const files = Object.entries(example);
  if (files.length === 0) return [`${verdict}: a valid toolkit without changes.`];
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
  return text.length > MAX_LENGTH
    ? `${text.slice(0, MAX_LENGTH)}\n... and ${text.length - MAX_LENGTH} characters more`
    : text;
}
