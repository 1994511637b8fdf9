import {PAGE_RULES, TOOLKIT_RULES} from '../policy.ts';
import type {Severity} from '../problem.ts';
import {compareText} from '../problem.ts';
import type {ExampleFiles, PageRule, Rule, RuleGroup} from '../rule.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {renderCode, renderPage} from './render-page.ts';
import {shownExample, visibleBytes} from './visible-text.ts';

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
      source: 'the rules in `src/content/rules`',
      blocks: [
        `The checks hold every page to ${rules.length} rules. A problem that must be mended stops a change. The others leave the choice to you.`,
        'Each report names the rule that found the problem. In the examples, a character that cannot be seen is written as its code. Addresses and numbers of persons are masked.',
        ...(Object.keys(GROUPS) as RuleGroup[]).flatMap((group) => {
          const own = rules.filter(([rule]) => rule.group === group);
          const {title, about} = GROUPS[group];
          return own.length > 0 ? [`## ${title}`, about, ...own.flatMap(renderRule)] : [];
        }),
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
