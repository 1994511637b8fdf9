import {fileNameOf} from '../../../content/pages/file-name.ts';
import {helpForSection, type StudySection} from '../../../content/pages/page-kinds.ts';
import type {CaseStudy} from '../../../content/schemas/case-study-schema.ts';
import type {LayoutKey} from '../../../content/schemas/page-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import fields from './proposal-fields.json' with {type: 'json'};

/** How a form asks for one thing: by which element, with what help and what example. */
export interface FieldHelp {
  type: 'input' | 'textarea' | 'dropdown';
  help?: string;
  example?: string;
}

/** Keys that the form asks for in a way of their own, or that an editor fills in. */
type LeftOut = LayoutKey | 'consent' | 'cost' | 'facts' | 'news_checked' | 'owner' | WrittenKey;
type WrittenKey = 'review_every' | 'reviewed' | 'redirect_from' | 'former_headings' | 'translation' | 'withdrawn';

/** Help for the keys that a proposal asks for in every toolkit; a new key of the schema must be placed here or in `LeftOut`, or the types break. */
export const PROPOSAL_FIELDS: Readonly<Record<Exclude<keyof CaseStudy, LeftOut>, FieldHelp>> = fields as Record<
  keyof typeof fields,
  FieldHelp
>;

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
  const asked = Object.entries(PROPOSAL_FIELDS).flatMap(([key, help]) => [
    [key, help] as const,
    ...(key === 'place' ? choices(false) : []),
    ...(key === 'period' ? choices(true) : []),
  ]);
  return Object.fromEntries(asked);
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

export function factFieldId(fact: string): string {
  return `fact-${fact.replaceAll('_', '-')}`;
}
