import {ownRuleId} from '../../../content/extensions/own-rule.ts';
import {addressOf} from '../../../content/pages/page-id.ts';
import type {Severity} from '../../../content/problem.ts';
import {EVIDENCE_IDS} from '../../../content/schemas/case-study-schema.ts';
import {formOf} from '../../../content/schemas/inspect-schema.ts';
import {type ToolkitConfig, toolkitSchema} from '../../../content/schemas/toolkit-schema.ts';
import {lowercaseFirst} from '../../../format/text.ts';
import {ENGLISH} from '../../../language/text.ts';
import {isReservedTeam} from '../../../rules/check-release.ts';
import {SEVERITY_TITLES} from '../../../rules/report/sections.ts';
import {renderPage, renderTable} from './render-page.ts';

/** Renders the reference page of all vocabularies, with the labels that readers see. */
export function vocabularyReference(toolkit: ToolkitConfig): string {
  const {vocabularies, owners, phase, email} = toolkit;
  const names = vocabularies.map(({label}) => lowercaseFirst(label));
  return renderPage(
    {
      title: 'Values for front matter',
      description: `The values you can use in front matter: ${names.join(', ')}, roles, kinds of evidence and phases.`,
      source: '`toolkit.config.ts`',
      blocks: [
        'Some keys in front matter take their value from a list. Write the value in the first column. Readers see the label in the second.',
        ...vocabularies.flatMap(({key, label, guidance, terms}) => [
          `## ${label}`,
          `Use them under ${code(key)}${guidance ? '' : ' in a case study'}.`,
          renderTable(
            ['Write', 'Readers see'],
            terms.map(({id, label: name, page}) => [code(id), page ? `[${name}](${addressOf(toolkit, page)})` : name]),
          ),
        ]),
        '## Roles',
        'Use them under `owner`: the role responsible for the page. Its GitHub team or account reviews each change.',
        renderTable(
          ['Write', 'Readers see', 'Team'],
          owners.map(({id, label, team}) => [
            code(id),
            label,
            team === '' || isReservedTeam(team) ? `None yet: write to ${email}` : code(team),
          ]),
        ),
        '## Evidence',
        'Use it under `evidence` in a case study. It says who measured the results, not how good they were.',
        renderTable(
          ['Write', 'Readers see', 'What it means'],
          EVIDENCE_IDS.map((id) => [code(id), ENGLISH.evidence.labels[id], ENGLISH.evidence.meanings[id]]),
        ),
        '## Phases',
        'The phase of the toolkit is set in `toolkit.config.ts`. Readers see it in the banner on every page.',
        renderTable(
          ['Phase', 'What readers see'],
          phases().map((name) => [code(name), name === phase?.name ? phase.text : 'Not this phase now']),
        ),
        ...renderRuleSettings(toolkit),
      ],
    },
    // No key of the configuration names who looks after the manual: the last role does.
    owners.at(-1)?.id ?? '',
  );
}

function renderRuleSettings({own_rules: own, rules, manual}: ToolkitConfig): string[] {
  const changed = Object.entries(rules).filter(
    ([id]) => id !== 'preset' && !own.some((rule) => ownRuleId(rule) === id),
  );
  const rows = [
    ...own.map((rule) => [
      code(ownRuleId(rule)),
      rule.description,
      severityLabel(rules[ownRuleId(rule)] ?? rule.severity),
    ]),
    ...changed.map(([id, setting]) => [code(id), 'A rule of the manual', severityLabel(setting)]),
  ];
  if (rows.length === 0) return [];
  return [
    '## Rules',
    `The publisher added or changed these rules.${manual ? ` [The rules for pages](/contribute/rules/) lists all others.` : ''}`,
    renderTable(['Rule', 'What it requires', 'Severity'], rows),
  ];
}

function severityLabel(setting: string): string {
  return setting === 'off' ? 'Switched off' : SEVERITY_TITLES[setting as Severity];
}

function phases(): readonly string[] {
  const form = formOf(toolkitSchema.shape.phase.unwrap().shape.name);
  return form.type === 'term' ? form.terms : [];
}

function code(text: string): string {
  return `\`${text}\``;
}
