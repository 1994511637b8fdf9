import type {z} from 'zod';
import {editorFolders, formName} from '../../../content/addresses/editor-links.ts';
import {evidenceText} from '../../../content/pages/facets.ts';
import {documentKind, pageIdOf} from '../../../content/pages/page-id.ts';
import {draftSections, ownerOfFolder, schemaOf} from '../../../content/pages/page-kinds.ts';
import {EVIDENCE_IDS} from '../../../content/schemas/case-study-schema.ts';
import {pageNotesSchema} from '../../../content/schemas/change-note-schema.ts';
import type {Collection} from '../../../content/schemas/collection-schema.ts';
import {
  descriptionOf,
  formOf,
  isRequired,
  labelOf,
  limitSentence,
  limitsOf,
} from '../../../content/schemas/inspect-schema.ts';
import {collectionPageSchema, EDITORIAL_KEYS, LAYOUT_KEYS} from '../../../content/schemas/page-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {ENGLISH} from '../../../language/text.ts';
import {type FieldHelp, PROPOSAL_FIELDS} from '../../contributions/forms/proposal-fields.ts';
import HINTS from './hints.json' with {type: 'json'};
import LABELS from './labels.json' with {type: 'json'};
import {BODY, PAGE_FORMAT} from './page-format.ts';

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** A form or a field of one, as Decap CMS and Sveltia CMS describe it: https://decapcms.org/docs/configuration-options/ */
type Described = Readonly<Record<string, unknown>> & {name: string};

/** What a form adds to schemas, by key. Keys and values without a label are their own. */
interface Words {
  defaults: Readonly<Record<string, unknown>>;
  help: Readonly<Record<string, FieldHelp>>;
  labels: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Keys of front matter that a command writes, or that only an editor decides in a pull request. */
const LEFT_OUT = ['consent', ...EDITORIAL_KEYS, ...LAYOUT_KEYS.filter((key) => key !== 'draft')];

/** The order of the fields, as in a story: these first, then what the lists need, and these last. */
const FIRST = ['title', 'service', 'description', BODY, 'outcomes', 'sources'];
const LAST = ['owner', 'review_every', 'draft', 'changes'];

/** What a new page begins with instead of a note. */
const NEW_NOTE = [{note: 'Write here: what readers find on the new page', significance: 'major'}];

/** Keys whose text has sentences. */
const LONG_TEXTS = ['cost', 'description', 'note'];

const BODY_HINT =
  'Each heading begins with ##, and an empty line begins a new paragraph. You can paste a whole document from Word: its text goes below the headings here that it has too. Tables and blocks that begin with ::: or ``` are text here; leave those that you do not want to change.';

/** A case study that somebody writes here is based on public documents. */
const CONSENT = {name: 'consent', widget: 'hidden', default: {basis: 'public-record'}};
const CONSENT_HINT =
  'Readers see that a case study from this form is based on public documents only. An organisation agrees by the form on GitHub.';

/**
 * The forms of the browser editor, from the schemas of pages and change notes, one for each folder.
 *
 * @param files of the toolkit
 */
export function editorForms(
  toolkit: ToolkitConfig,
  collections: readonly Collection[],
  files: readonly string[],
): Described[] {
  const {vocabularies, launched} = toolkit;
  return editorFolders(toolkit, files).map((folder) => {
    const id = pageIdOf(folder);
    const own = collections.find((collection) => `${id}/`.startsWith(`${collection.folder}/`));
    const isStudy = documentKind(`${folder}/any.md`) === 'case-study';
    const kind = isStudy ? 'case-study' : 'page';
    const vocabulary = vocabularies.find(({key}) => key.replaceAll('_', '-') === id);
    const {label, singular} = (own?.folder === id ? own : vocabulary) ?? {
      label: folder === 'docs' ? 'Pages in no folder' : labelOf(id.replaceAll('-', ' ').replaceAll('/', ': ')),
      singular: isStudy ? 'Case study' : 'Page',
    };
    const {shape} = own ? collectionPageSchema(own, toolkit) : schemaOf(kind, toolkit);
    const words = wordsOf(toolkit, id, isStudy);
    const sections = draftSections(kind, `${id}/any`, toolkit).map(({title, words: text}) =>
      title === undefined ? text : `## ${title}\n\n${text}`,
    );
    const hint = isStudy ? `${BODY_HINT} ${CONSENT_HINT}` : BODY_HINT;
    const body = {name: BODY, label: 'Text', widget: 'text', required: false, hint, default: sections.join('\n\n')};
    const fields = [
      ...fieldsOf(shape, words, true).filter(({name}) => !LEFT_OUT.includes(name)),
      ...(launched === undefined ? [] : [notesField(words)]),
      ...(isStudy ? [body, CONSENT] : [body]),
    ].sort((a, b) => rankOf(a) - rankOf(b));
    return {
      name: formName(folder),
      label,
      label_singular: singular,
      folder,
      extension: 'md',
      format: PAGE_FORMAT,
      create: true,
      fields,
    };
  });
}

function rankOf({name}: Described): number {
  return FIRST.includes(name) ? FIRST.indexOf(name) - FIRST.length : LAST.indexOf(name) + 1;
}

function notesField(words: Words): Described {
  const {kind: _kind, editions: _editions, note, significance, ...others} = pageNotesSchema.shape.changes.element.shape;
  return {
    name: 'changes',
    label: 'Change notes: what should readers know?',
    label_singular: 'change note',
    widget: 'list',
    required: false,
    collapsed: false,
    summary: '{{fields.note}}',
    hint: HINTS.changes,
    default: NEW_NOTE,
    fields: fieldsOf({note, significance, ...others}, words),
  };
}

/** A field for each key. Only the title is required, so that drafts can be saved; the check asks for the rest. */
function fieldsOf(shape: Shape, words: Words, isPage = false): Described[] {
  return Object.entries(shape).map(([key, schema]) => {
    const isPlain = ['text', 'term'].includes(formOf(schema).type);
    const help = isPage && isPlain && words.help[key]?.help;
    const label = words.labels[key] ?? labelOf(key);
    const about = (HINTS as Readonly<Record<string, string>>)[key] ?? descriptionOf(schema);
    const isNeeded = isRequired(schema) && !words.defaults[key] && key !== 'title';
    const hint = [about, help, limitSentence(schema)].filter(Boolean).join(' ');
    return {
      name: key,
      label: isNeeded ? `${label} (needed)` : label,
      required: isPage && key === 'title',
      // A question explains itself.
      hint: label.endsWith('?') ? undefined : hint || undefined,
      default: words.defaults[key],
      ...widgetOf(key, schema, words),
    };
  });
}

function widgetOf(key: string, schema: z.core.$ZodType, words: Words): object {
  const form = formOf(schema);
  const options = (terms: readonly string[]) =>
    terms.map((value) => ({label: words.choices[key]?.[value] ?? labelOf(value.replaceAll('-', ' ')), value}));
  switch (form.type) {
    case 'number':
      return {widget: 'number', value_type: limitsOf(schema).format === 'safeint' ? 'int' : 'float'};
    case 'boolean':
      return {widget: 'boolean'};
    case 'term':
      return {widget: 'select', options: options(form.terms)};
    case 'object':
      // A long one is folded.
      return {widget: 'object', collapsed: Object.keys(form.shape).length > 2, fields: fieldsOf(form.shape, words)};
    case 'list': {
      const element = formOf(form.element);
      if (element.type === 'term') return {widget: 'select', multiple: true, options: options(element.terms)};
      if (element.type === 'object') {
        const summary = `{{fields.${Object.keys(element.shape)[0]}}}`;
        return {widget: 'list', collapsed: true, summary, fields: fieldsOf(element.shape, words)};
      }
      const field = {name: key, label: 'Entry', required: false, ...widgetOf(key, form.element, words)};
      return {widget: 'list', collapsed: false, field};
    }
    default: {
      const day = {format: 'YYYY-MM-DD', date_format: 'DD/MM/YYYY', time_format: false, default: ''};
      if (limitsOf(schema).format === 'date') return {widget: 'datetime', ...day};
      return {widget: LONG_TEXTS.includes(key) ? 'text' : 'string'};
    }
  }
}

function wordsOf({vocabularies, owners}: ToolkitConfig, folder: string, isStudy: boolean): Words {
  const labelled = (terms: readonly {id: string; label: string}[]) =>
    Object.fromEntries(terms.map(({id, label}) => [id, label]));
  return {
    // What every note has comes first in the file too, as it has a default.
    defaults: {
      note: '',
      // Most notes on case studies are about new ones.
      significance: isStudy ? 'major' : 'minor',
      review_every: '24 months',
      owner: ownerOfFolder(folder, {owners})?.id,
    },
    help: isStudy ? PROPOSAL_FIELDS : {},
    labels: {...LABELS, ...Object.fromEntries(vocabularies.map(({key, label}) => [key, label]))},
    choices: {
      ...Object.fromEntries(vocabularies.map(({key, terms}) => [key, labelled(terms)])),
      owner: labelled(owners),
      evidence: Object.fromEntries(EVIDENCE_IDS.map((id) => [id, evidenceText(id, ENGLISH)])),
      significance: {
        major: 'Yes: a reader who relied on the page would act differently',
        minor: 'No: only the history of the page lists it',
      },
    },
  };
}
