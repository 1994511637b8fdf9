import {ENGLISH} from '../../language/text.ts';
import {evidenceText} from '../../model/pages/facets.ts';
import {CASE_STUDY_FOLDER, draftSections, ownerOfFolder, schemaOf} from '../../model/pages/page-kinds.ts';
import {editorFolders} from '../../model/routes/editor-links.ts';
import {EVIDENCE_IDS} from '../../model/schemas/case-study-schema.ts';
import {pageNotesSchema} from '../../model/schemas/change-note-schema.ts';
import type {Collection} from '../../model/schemas/collection-schema.ts';
import {collectionPageSchema} from '../../model/schemas/page-schema.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import {labelOf} from '../issue-forms/schema-words.ts';
import {type EditorField, editorFields, type FormWords} from './editor-fields.ts';
import {BODY, PAGE_FORMAT} from './page-format.ts';

/** Keys of front matter that a command writes, or that only an editor decides in a pull request. */
const LEFT_OUT = ['consent', 'redirect_from', 'former_headings', 'reviewed', 'translation', 'withdrawn'];

/** Keys of a note that follow from the page, or that commands write. */
const NOTE_LEFT_OUT = ['kind', 'editions'];

/** The fields that only editors think about, which come last. */
const LAST = ['owner', 'review_every'];

const LABELS = {
  changes: 'Change notes: what should readers know?',
  cost: 'Cost in one sentence',
  covers: 'Changes that your sentence describes in other words',
  description: 'Summary for lists and search',
  not_told: 'Changes that readers do not need to know about',
  note: 'What changed',
  significance: 'How much does it matter?',
  url: 'Web address',
  what: 'What it counts',
};

const BODY_HINT =
  'Each heading begins with ##, and an empty line begins a new paragraph. You can paste from Word: to paste a whole document, select all of this text first. Tables and blocks that begin with ::: or ``` are text here; leave those that you do not want to change.';

/** A collection of Decap CMS or Sveltia CMS: https://decapcms.org/docs/configuration-options/#collections */
export interface EditorCollection {
  name: string;
  label: string;
  label_singular: string;
  folder: string;
  fields: EditorField[];
  [setting: string]: unknown;
}

/** The forms of the browser editor, from the schemas of pages and change notes. */
export function editorCollections(toolkit: ToolkitConfig, collections: readonly Collection[]): EditorCollection[] {
  const {vocabularies, launched} = toolkit;
  const labels = {...LABELS, ...Object.fromEntries(vocabularies.map(({key, label}) => [key, label]))};
  const words: FormWords = {labels, choices: choicesOf(toolkit)};
  return editorFolders(toolkit).map((folder) => {
    const own = collections.find((collection) => collection.folder === folder);
    const vocabulary = vocabularies.find(({key}) => key.replaceAll('_', '-') === folder);
    const kind = folder === CASE_STUDY_FOLDER ? 'case-study' : 'page';
    const {label, singular} = own ??
      vocabulary ?? {label: labelOf(folder.replaceAll('-', ' ')), singular: kind === 'page' ? 'Page' : 'Case study'};
    const {shape} = own ? collectionPageSchema(own, toolkit) : schemaOf(kind, toolkit);
    const {title, ...others} = omit(shape, LEFT_OUT);
    const defaults: Readonly<Record<string, unknown>> = {
      owner: ownerOfFolder(folder, toolkit)?.id,
      review_every: '24 months',
    };
    return {
      name: folder,
      label,
      label_singular: singular,
      folder: `docs/${folder}`,
      extension: 'md',
      format: PAGE_FORMAT,
      create: true,
      // Pages are withdrawn: their addresses stay.
      delete: false,
      fields: [
        ...editorFields({title}, words),
        ...(launched === undefined ? [] : [notesField(words)]),
        ...editorFields(omit(others, LAST), words),
        bodyField(draftSections(kind, `${folder}/any`, toolkit)),
        ...editorFields(pick(others, LAST), words).map((field) => ({...field, default: defaults[field.name]})),
        ...(kind === 'case-study' ? [CONSENT] : []),
      ],
    };
  });
}

/** A case study that somebody writes here is based on public documents. */
const CONSENT: EditorField = {
  name: 'consent',
  label: 'Consent',
  widget: 'hidden',
  required: false,
  default: {basis: 'public-record'},
};

/** Each with a default, so that both come first in the file too. */
const NOTE_DEFAULTS: Readonly<Record<string, Partial<EditorField>>> = {
  note: {default: ''},
  significance: {default: 'major'},
};

/** The notes that wait in the page, as the check reads them. */
function notesField(words: FormWords): EditorField {
  const {element} = pageNotesSchema.shape.changes;
  const {note, significance, ...others} = omit(element.shape, NOTE_LEFT_OUT);
  const fields = editorFields({note, significance, ...others}, words);
  return {
    name: 'changes',
    label: LABELS.changes,
    label_singular: 'change note',
    widget: 'list',
    required: false,
    collapsed: false,
    summary: '{{fields.note}}',
    hint: 'Every change of a page has a public note. It waits here until the editors publish it.',
    fields: fields.map((field) => ({...field, ...NOTE_DEFAULTS[field.name]})),
  };
}

function bodyField(sections: ReturnType<typeof draftSections>): EditorField {
  const parts = sections.map(({title, words}) => (title === undefined ? words : `## ${title}\n\n${words}`));
  return {name: BODY, label: 'Text', widget: 'text', required: false, hint: BODY_HINT, default: parts.join('\n\n')};
}

function choicesOf({vocabularies, owners}: ToolkitConfig): FormWords['choices'] {
  const labelled = (terms: readonly {id: string; label: string}[]) =>
    Object.fromEntries(terms.map(({id, label}) => [id, label]));
  return {
    ...Object.fromEntries(vocabularies.map(({key, terms}) => [key, labelled(terms)])),
    owner: labelled(owners),
    evidence: Object.fromEntries(EVIDENCE_IDS.map((id) => [id, evidenceText(id, ENGLISH)])),
    significance: {major: 'Major: readers need to know', minor: 'Minor: nothing that readers act on'},
  };
}

function pick<T extends object>(object: T, keys: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key))) as Partial<T>;
}

function omit<T extends object>(object: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key))) as T;
}
