import {fileNameOf} from '../../../content/pages/file-name.ts';
import {helpForSection, type StudySection} from '../../../content/pages/page-kinds.ts';
import type {CaseStudy} from '../../../content/schemas/case-study-schema.ts';
import type {LayoutKey} from '../../../content/schemas/page-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';

/** How a form asks for one thing: by which element, with what help and what example. */
export interface FieldHelp {
  type: 'input' | 'textarea' | 'dropdown';
  help?: string;
  example?: string;
}

/** Keys that the form asks for in a way of their own, or that an editor fills in. */
type LeftOut =
  | LayoutKey
  | 'consent'
  | 'cost'
  | 'facts'
  | 'owner'
  | 'review_every'
  | 'reviewed'
  | 'redirect_from'
  | 'former_headings'
  | 'translation'
  | 'withdrawn';

/** Help for the keys that a proposal asks for in every toolkit; a new key of the schema must be placed here or in `LeftOut`, or the types break. */
export const PROPOSAL_FIELDS: Readonly<Record<Exclude<keyof CaseStudy, LeftOut>, FieldHelp>> = {
  title: {
    type: 'input',
    help: 'Name the place and what was done, not the project.',
    example: 'Anytown: evening help for people who look for work',
  },
  description: {
    type: 'textarea',
    help: 'Say what was done, where, and what came of it. The page opens with it.',
    example:
      'How Anytown opened two evenings a week for people who look for work, and how many came in the first year.',
  },
  service: {type: 'input', help: 'Give its full name.', example: 'Anytown learning service'},
  place: {type: 'input', example: 'Anytown'},
  period: {
    type: 'input',
    help: 'Give the years; write "about" before a year you know only roughly, and "since" if it continues.',
    example: 'since 2023, or 2022 to about 2024',
  },
  evidence: {
    type: 'dropdown',
    help: 'The label describes the source and not the worth of the work. Most are self-reported.',
  },
  outcomes: {
    type: 'textarea',
    help: 'A count of people is not yet a change in their lives. Leave a part empty between its semicolons if you do not know it.',
    example: '240 people; came to the evenings in their first year; 2023; https://anytown.example/report',
  },
  partners: {type: 'textarea', help: 'Write one on each line.', example: 'Anytown College'},
  sources: {
    type: 'textarea',
    help: 'A public page, report or set of figures for each claim.',
    example: 'Evening help, the first year; Anytown learning service; 2024; https://anytown.example/report',
  },
};

/** The same with the keys of the vocabularies, in the order of the form. */
export function proposalFields({
  vocabularies,
}: Pick<ToolkitConfig, 'vocabularies'>): Readonly<Record<string, FieldHelp>> {
  const choices = (guidance: boolean) =>
    vocabularies
      .filter((vocabulary) => vocabulary.guidance === guidance)
      .map(({key, required}): [string, FieldHelp] => [
        key,
        {type: 'dropdown', help: required ? 'Choose one or more.' : 'Choose the one or two it is most about, or none.'},
      ]);
  const fields = Object.entries<FieldHelp>(PROPOSAL_FIELDS).flatMap(([key, help]) => [
    [key, help] as const,
    ...(key === 'place' ? choices(false) : []),
    ...(key === 'period' ? choices(true) : []),
  ]);
  return Object.fromEntries(fields);
}

/** The sections of a case study in this toolkit, in their order. A section named like a key gets another id. */
export function studySections(config: Pick<ToolkitConfig, 'sections' | 'vocabularies'>): StudySection[] {
  const labels = config.vocabularies.map(({label}) => label);
  const taken = new Set([...Object.keys(proposalFields(config)), ...labels, 'consent'].map(fileNameOf));
  return config.sections.case_study.map((title) => {
    const id = fileNameOf(title);
    return {id: taken.has(id) ? `section-${id}` : id, title, ...helpForSection(title)};
  });
}

/** The id of the field for a fact of the toolkit. */
export function factFieldId(fact: string): string {
  return `fact-${fact.replaceAll('_', '-')}`;
}
