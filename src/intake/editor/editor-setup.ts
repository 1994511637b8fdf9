import {ENGLISH} from '../../language/text.ts';
import {evidenceText} from '../../model/pages/facets.ts';
import {
  CASE_STUDY_FOLDER,
  helpForSection,
  ownerOfFolder,
  schemaOf,
  standardSections,
} from '../../model/pages/page-kinds.ts';
import {editorFolders} from '../../model/routes/editor-links.ts';
import {EVIDENCE_IDS} from '../../model/schemas/case-study-schema.ts';
import {changeNoteSchema} from '../../model/schemas/change-note-schema.ts';
import type {Collection} from '../../model/schemas/collection-schema.ts';
import {collectionPageSchema} from '../../model/schemas/page-schema.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import {labelOf} from '../issue-forms/schema-words.ts';
import {type EditorField, editorFields, type FormWords} from './editor-fields.ts';
import {type EntryShape, NOTE_FIELD, NOTE_KEYS, sectionField, TEXT_FIELD} from './entry-file.ts';

/** Keys of front matter that a command writes, or that only an editor decides in a pull request. */
const LEFT_OUT = ['consent', 'redirect_from', 'former_headings', 'reviewed', 'translation', 'withdrawn'];

/** The fields before the text of a page, and those that only its editors think about. */
const FIRST = ['title', 'description'];
const LAST = ['owner', 'review_every'];

/** A collection of Decap CMS: https://decapcms.org/docs/configuration-options/#collections */
interface EditorCollection {
  name: string;
  label: string;
  label_singular: string;
  folder: string;
  extension: 'md';
  format: string;
  create: boolean;
  delete: boolean;
  identifier_field: string;
  summary: string;
  fields: EditorField[];
}

/** What the page of the editor gets. */
export interface EditorSetup {
  collections: EditorCollection[];
  /** How the files of each collection are read and written. */
  shapes: Record<string, EntryShape>;
}

/** What the pages of a folder are called that no vocabulary and no collection names. */
const OTHER_WORDS: Readonly<Record<string, {label: string; singular: string}>> = {
  [CASE_STUDY_FOLDER]: {label: 'Case studies', singular: 'Case study'},
};

/** The forms of the browser editor, from the schemas of the pages and of change notes. */
export function editorSetup(toolkit: ToolkitConfig, collections: readonly Collection[]): EditorSetup {
  const vocabularies = toolkit.vocabularies.map(({key, label}) => [key, label] as const);
  const labels = {
    description: 'Summary for lists and search',
    cost: 'Cost in one sentence',
    ...Object.fromEntries(vocabularies),
  };
  const words: FormWords = {labels, choices: choicesOf(toolkit), leaveOut: LEFT_OUT};
  const made = [
    ...editorFolders(toolkit).map((folder) => {
      const own = collections.find((collection) => collection.folder === folder);
      const vocabulary = toolkit.vocabularies.find(({key}) => key.replaceAll('_', '-') === folder);
      const {label, singular} = own ?? vocabulary ?? OTHER_WORDS[folder] ?? {label: labelOf(folder), singular: 'Page'};
      return pageCollection(folder, label, singular, own);
    }),
    ...(toolkit.launched === undefined ? [] : [noteCollection(words)]),
  ];
  return {
    collections: made.map(({collection}) => collection),
    shapes: Object.fromEntries(made.map(({collection, shape}) => [collection.name, shape])),
  };

  function pageCollection(folder: string, label: string, singular: string, own?: Collection) {
    const kind = folder === CASE_STUDY_FOLDER ? 'case-study' : 'page';
    const schema = own ? collectionPageSchema(own, toolkit) : schemaOf(kind, toolkit);
    const titles = standardSections(kind, `${folder}/any`, toolkit);
    const keys = editorFields(schema, words);
    const named = (names: readonly string[]) => keys.filter(({name}) => names.includes(name));
    const defaults: Readonly<Record<string, unknown>> = {
      owner: ownerOfFolder(folder, toolkit)?.id,
      review_every: '24 months',
    };
    const fields = [
      ...named(FIRST),
      ...textFields(titles, kind),
      ...keys.filter(({name}) => !FIRST.includes(name) && !LAST.includes(name)),
      ...named(LAST).map((field) => ({...field, default: defaults[field.name]})),
      ...(toolkit.launched === undefined ? [] : [noteField(words)]),
    ];
    const addedAs = kind === 'case-study' ? ('case-study-added' as const) : ('page-added' as const);
    return {
      collection: collectionOf({name: folder, label, label_singular: singular, folder: `docs/${folder}`, fields}),
      shape: {
        keys: keys.map(({name}) => name),
        sections: titles,
        ...(kind === 'case-study' && {fixed: {consent: {basis: 'public-record'}}}),
        ...(toolkit.launched !== undefined && {addedAs}),
      },
    };
  }
}

function collectionOf(
  own: Pick<EditorCollection, 'name' | 'label' | 'label_singular' | 'folder' | 'fields'>,
): EditorCollection {
  return {
    extension: 'md',
    format: own.name,
    create: true,
    // Pages are withdrawn: their addresses stay.
    delete: false,
    identifier_field: 'title',
    summary: '{{title}}',
    ...own,
  };
}

/** A change note without a form of its own: pages write theirs. */
function noteCollection(words: FormWords) {
  const fields = editorFields(changeNoteSchema, words);
  return {
    collection: {
      ...collectionOf({
        name: 'change-notes',
        label: 'Change notes',
        label_singular: 'Change note',
        folder: 'blog/_pending',
        fields,
      }),
      create: false,
      delete: true,
      identifier_field: 'note',
      summary: '{{note}}',
    },
    shape: {keys: fields.map(({name}) => name), sections: undefined},
  };
}

const PROSE_HINT =
  'Write plain sentences. An empty line begins a new paragraph. You can paste from Word: lists, links and tables stay.';

/** The text of a page: one field for each standard section, or one for all of it. */
function textFields(titles: readonly string[], kind: 'case-study' | 'page'): EditorField[] {
  const isWhole = titles.length === 0;
  const opening = {
    name: TEXT_FIELD,
    label: isWhole ? 'Text' : 'In short',
    widget: 'prose',
    required: true,
    hint: isWhole
      ? PROSE_HINT
      : `${kind === 'case-study' ? 'What was done, where, and what came of it' : 'The answer: what a reader should know or do'}, in one to three sentences. ${PROSE_HINT}`,
  } as const;
  return [
    opening,
    ...titles.map((title): EditorField => {
      const {help, example} = helpForSection(title);
      const hint = example ? `${help} Example: ${example}` : help;
      return {name: sectionField(title), label: title, widget: 'prose', required: true, hint};
    }),
  ];
}

/** The change note of the page, on the same screen. */
function noteField(words: FormWords): EditorField {
  const fields = editorFields(changeNoteSchema, words).filter(({name}) =>
    (NOTE_KEYS as readonly string[]).includes(name),
  );
  return {
    name: NOTE_FIELD,
    label: 'Change note: what should readers know?',
    widget: 'object',
    required: true,
    collapsed: false,
    hint: 'Every change of a page has a public note. It waits with the page until the editors publish both.',
    fields: fields.map((field) => ({...field, ...NOTE_WORDS[field.name]})),
  };
}

const NOTE_WORDS: Readonly<Record<string, Partial<EditorField>>> = {
  significance: {label: 'How much does it matter?', default: 'major'},
  note: {label: 'What changed'},
  covers: {
    label: 'Which changes does your sentence describe in other words?',
    widget: 'changes',
    hint: 'What your sentence states, such as a new figure, is not asked for.',
  },
  not_told: {
    label: 'Which changes do readers not need to know about?',
    widget: 'changes',
    hint: 'Give a reason in one line. Only editors read it.',
  },
  why: {label: 'Why it changed'},
};

function choicesOf({vocabularies, owners}: ToolkitConfig): NonNullable<FormWords['choices']> {
  const labelled = (terms: readonly {id: string; label: string}[]) =>
    Object.fromEntries(terms.map(({id, label}) => [id, label]));
  return {
    ...Object.fromEntries(vocabularies.map(({key, terms}) => [key, labelled(terms)])),
    owner: labelled(owners),
    evidence: Object.fromEntries(EVIDENCE_IDS.map((id) => [id, evidenceText(id, ENGLISH)])),
    kind: ENGLISH.changes.kinds,
    significance: {major: 'Major: readers need to know', minor: 'Minor: nothing that readers act on'},
  };
}
