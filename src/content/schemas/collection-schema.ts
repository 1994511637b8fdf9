import {z} from 'zod';
import {capitalise} from '../../format/text.ts';
import {fileNameOf} from '../pages/file-name.ts';
import {idSchema} from './vocabulary-schema.ts';

/** Headings. The proposal form identifies each by its letters and digits. */
export const sectionsSchema = (standard: readonly string[]) =>
  z
    .array(z.string().refine((title) => fileNameOf(title) !== '', {error: 'expected a heading with letters or digits'}))
    .refine((titles) => new Set(titles.map(fileNameOf)).size === titles.length, {
      error: 'holds a heading twice, expected different headings',
    })
    .readonly()
    .default(standard);

/** Words after `new` and folders that mean something else. */
const TAKEN_IDS = ['page', 'case-study', 'note'];
const TAKEN_FOLDERS = ['case-studies', 'reference', 'document'];

/** The first parts of addresses that the site uses itself. */
const TAKEN_ADDRESSES = /^\/(toolkit|case-studies|updates|editions|feedback|search|api|figures|pagefind|assets)\//;

/**
 * Keys that every page or case study has, and those to which Docusaurus gives a meaning:
 * https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter
 */
const TAKEN_KEYS =
  /^(title|description|priorities|approaches|regions|owner|review_every|reviewed|sources|redirect_from|former_headings|translation|withdrawn|service|evidence|outcomes|facts|consent|id|slug|draft|unlisted|tags|image|keywords|mdx|displayed_sidebar|custom_edit_url|parse_number_prefixes|last_update|(sidebar|pagination|hide|toc)_.*)$/;

const KEY_RE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** An object of zod, whose keys are checked one by one: they are added to those of every page. */
export const objectSchema = z.custom<z.ZodObject>(
  (value) => value instanceof z.ZodObject && (value._zod.def.checks ?? []).length === 0,
  {error: 'expected an object of zod without checks of the whole object, such as `z.object({date: z.iso.date()})`'},
);

const collectionSchema = z.strictObject({
  id: idSchema
    .refine((id) => !TAKEN_IDS.includes(id), {error: 'expected another id, because the engine uses this one'})
    .describe('Its name: `npm run new -- <id> "Title"` starts a page of it.'),
  folder: idSchema
    .refine((folder) => !TAKEN_FOLDERS.includes(folder), {
      error: 'expected another folder, because the engine uses this one',
    })
    .describe('The folder in `docs/` of its pages.'),
  label: z.string().min(2).describe('What readers call its pages, such as "Events".'),
  singular: z.string().min(2).describe('What readers call one of its pages, such as "Event".'),
  keys: objectSchema
    .superRefine((keys, {addIssue}) => {
      for (const [key, schema] of Object.entries(keys.shape)) {
        const isName = KEY_RE.test(key);
        if (!isName || TAKEN_KEYS.test(key)) {
          const reason = isName ? 'which has a meaning already' : 'which has other characters';
          const message = `holds the key \`${key}\`, ${reason}, expected another name, such as \`first_day\``;
          addIssue({code: 'custom', message});
        } else if (!['string', 'number', 'integer'].includes(String(jsonOf(schema).type))) {
          const message = `holds the key \`${key}\` of another type, expected text, a number, a day, a link, a choice or a list of these`;
          addIssue({code: 'custom', message});
        }
      }
    })
    .describe('The front matter of its pages besides that of every page, `z.object({...})`.'),
  sections: sectionsSchema([]).describe('The headings of its pages, in order. An empty list allows any.'),
  list: z
    .strictObject({
      address: z
        .string()
        .regex(/^\/([a-z0-9]+(-[a-z0-9]+)*\/)+$/, {error: 'expected an address such as `/events/`'})
        .refine((address) => !TAKEN_ADDRESSES.test(address), {
          error: 'expected another address, because the site uses this one',
        })
        .describe('The address of the list, such as `/events/`.'),
      sort: z.string().default('title').describe('The key that decides the order: one of `keys`, or `title`.'),
      descending: z.boolean().default(false).describe('`true` to begin with the last day or the highest number.'),
      shows: z.array(z.string()).default([]).describe('The keys that the list shows of each page.'),
      in_menu: z.boolean().default(true).describe('`false` to leave the list out of the menu of the site.'),
    })
    .optional()
    .describe('The page that lists its pages. Leave out to have none, and list its pages in the sidebar.'),
});

export type Collection = z.output<typeof collectionSchema>;

export type CollectionOptions = z.input<typeof collectionSchema>;

export interface CollectionField {
  id: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'link';
}

/** A collection without its code, for workers, caches and pages. */
export interface CollectionData extends Omit<Collection, 'keys'> {
  fields: CollectionField[];
}

export const collectionsSchema = z.array(collectionSchema).superRefine((collections, {addIssue}) => {
  for (const [index, {id, folder, list, keys}] of collections.entries()) {
    const earlier = collections.slice(0, index);
    const twice = {
      id: earlier.some((other) => other.id === id),
      folder: earlier.some((other) => other.folder === folder),
      list: list !== undefined && earlier.some((other) => other.list?.address === list.address),
    };
    for (const [key, isTaken] of Object.entries(twice)) {
      const message = 'is that of an earlier collection, expected another';
      if (isTaken) addIssue({code: 'custom', path: [index, key], message});
    }
    const names = ['title', ...Object.keys(keys.shape)];
    for (const key of [list?.sort ?? 'title', ...(list?.shows ?? [])].filter((name) => !names.includes(name))) {
      const message = `holds the name \`${key}\`, expected \`title\` or one of its \`keys\``;
      addIssue({code: 'custom', path: [index, 'list'], message});
    }
  }
});

/** The title of a schema, and the type and format of its value, or of each item of a list. */
function jsonOf(schema: z.core.$ZodType) {
  const json = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'});
  const {items} = json;
  const {type, format} = typeof items === 'object' && !Array.isArray(items) ? items : json;
  return {title: json.title, type, format};
}

export function collectionData({keys, ...collection}: Collection): CollectionData {
  return {...collection, fields: Object.entries(keys.shape).map(([id, schema]) => fieldOf(id, schema))};
}

/** How readers see a key: its label is the title in the metadata of its schema, or its name. */
function fieldOf(id: string, schema: z.core.$ZodType): CollectionField {
  const {title, type, format} = jsonOf(schema);
  const types: Readonly<Record<string, CollectionField['type']>> = {
    date: 'date',
    uri: 'link',
    number: 'number',
    integer: 'number',
  };
  return {id, label: title ?? capitalise(id.replaceAll('_', ' ')), type: types[String(format ?? type)] ?? 'text'};
}
