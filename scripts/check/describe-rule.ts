import {capitalise} from '../../src/content/capitalise.ts';
import {GENERATED_PAGES} from '../../src/content/generated-pages.ts';
import {OTHER_RULES} from '../../src/content/other-rules.ts';
import {addressOf} from '../../src/content/page-id.ts';
import {ruleOf} from '../../src/content/policy.ts';
import type {RuleDescription} from '../../src/content/report/render-sarif.ts';
import {STRUCTURE_RULES} from '../../src/content/structure-rules.ts';
import {MARKDOWN_MESSAGES} from './lint-markdown.ts';

const MARKDOWNLINT = 'https://github.com/DavidAnson/markdownlint/blob/main/doc';
const REMARK_LINT = 'https://github.com/remarkjs/remark-lint/tree/main/packages';

/** What a rule is about and where it is explained; `site` is the address of the site, with a stroke at its end. */
export function describeRule(id: string, site: string | undefined): RuleDescription | undefined {
  const [linter, name = ''] = id.split('/');
  if (linter === 'markdownlint') {
    const [number, rule] = Object.entries(STRUCTURE_RULES).find(([, {name: known}]) => known === name) ?? [];
    return {
      summary: toSentence(rule?.problem ?? name),
      help: number ? `${MARKDOWNLINT}/${number.toLowerCase()}.md` : `${MARKDOWNLINT}/Rules.md`,
    };
  }
  if (linter === 'remark-lint') {
    return {
      summary: toSentence(MARKDOWN_MESSAGES[name]?.problem ?? name),
      help: `${REMARK_LINT}/remark-lint-${name}#readme`,
    };
  }
  const rule = ruleOf(id) ?? OTHER_RULES.find((other) => other.id === id);
  const page = addressOf(GENERATED_PAGES.rules).slice(1);
  return rule && {summary: rule.summary, why: rule.why, ...(site && {help: `${site}${page}#${id}`})};
}

function toSentence(words: string): string {
  return `${capitalise(words)}.`;
}
