import {stringify} from 'yaml';
import type {AgreedConsent} from '../../content/pages/consent.ts';
import {schemaOf} from '../../content/pages/page-kinds.ts';
import {renderDraft} from '../../content/pages/render-draft.ts';
import {changeNoteSchema, type PageNote} from '../../content/schemas/change-note-schema.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {asClause} from '../../format/text.ts';
import type {ProposedStudy} from './study-of.ts';

/** The text of the case study, with comments on what is still to be answered. */
export function renderStudy({data, sections}: ProposedStudy, config: ToolkitConfig): string {
  return renderDraft({schema: schemaOf('case-study', config), data, sections});
}

/** The change note about a new case study, as its page has it. */
export function addedNote({title, description}: Readonly<Record<string, unknown>>): PageNote {
  const sentences = [
    /^how /i.test(String(description ?? '')) && `A new case study shows ${asClause(String(description))}.`,
    title && `A new case study was added: ${title}.`,
  ];
  const note =
    sentences.find((sentence): sentence is string => changeNoteSchema.shape.note.safeParse(sentence).success) ??
    'A new case study was added, which a service proposed.';
  return {significance: 'major', note};
}

/** A consent as the lines that an editor copies into a page which is there already. */
export function renderConsent(consent: AgreedConsent): string {
  return stringify({consent}, {lineWidth: 0}).trimEnd();
}
