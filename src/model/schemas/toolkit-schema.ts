import {z} from 'zod';
import {listWords} from '../../format/nearest.ts';
import {hasCatalogue, LANGUAGES} from '../../language/text.ts';
import {type DirectiveData, ownDirectivesSchema} from '../own-directive.ts';
import {type OwnRule, ownRuleSchema} from '../own-rule.ts';
import {themeSchema} from '../theme.ts';
import {type CollectionData, collectionData, collectionsSchema, idSchema, sectionsSchema} from './collection-schema.ts';
import {daySchema} from './day-schema.ts';
import type {Navigation} from './navigation-schema.ts';
import {webAddressSchema} from './source-schema.ts';

/** The file of the settings. It is code, and runs. */
export const CONFIG_FILE = 'toolkit.config.ts';

/** The sections of a case study, in order. "At a glance" and "Sources" are generated from its front matter. */
export const CASE_STUDY_SECTIONS: readonly string[] = [
  'Why',
  'What they did',
  'What it cost',
  'What happened',
  'What they learned',
];

/** A term of a vocabulary. */
const termSchema = z.strictObject({
  id: idSchema.describe('What you write in front matter. It never changes.'),
  label: z.string().min(1).describe('What readers see.'),
});

/** The number of columns and rows in the tile map, which the style sheet supports. */
const MAP_SIDE = 6;

const placeSchema = termSchema.extend({
  tile: z
    .strictObject({
      column: z.int().min(1).max(MAP_SIDE).describe('The column, counted from the left.'),
      row: z.int().min(1).max(MAP_SIDE).describe('The row, counted from the top.'),
    })
    .optional()
    .describe('Its position on the map of case studies. Leave out in every region to have no map.'),
});

const ownerSchema = z.strictObject({
  id: idSchema.describe('The id of the role, for `owner` in front matter.'),
  label: z.string().min(1).describe('The name of the role that readers see.'),
  team: z
    .string()
    .regex(/^@[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?(?:\/[\w.-]+)?$/i, {
      error: 'expected a GitHub team, `@organisation/team`, or an account, `@name`',
    })
    .describe('The GitHub team or account that reviews changes to its pages.'),
  owns: z
    .array(z.string().regex(/^(\*|\/\S*)$/, {error: 'expected `*`, or a path that begins with `/`, `/docs/`'}))
    .default([])
    .describe('The files for which the team must approve changes, as in CODEOWNERS: `/docs/`, or `*` for all others.'),
  assignees: z
    .array(z.string().regex(/^[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?$/i, {error: 'expected the name of a GitHub account'}))
    .max(10)
    .optional()
    .describe('The GitHub accounts to assign feedback on its pages to. GitHub cannot assign an issue to a team.'),
});

/** A fact that one toolkit wants to know about each case study. */
const factSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, {error: 'expected lower-case words joined by underscores, `first_opened`'})
    .describe('What you write below `facts` in front matter. It never changes.'),
  label: z.string().min(2).describe('What readers see.'),
  type: z
    .enum(['text', 'number', 'date', 'link'])
    .default('text')
    .describe('`link` is a web address, and `date` a day such as `2026-11-24`.'),
  description: z.string().min(10).describe('What to write, in one sentence for contributors.'),
});

const keysSchema = z.strictObject({
  title: z.string().min(1).describe('The name of the toolkit.'),
  strapline: z.string().min(1).describe('What kind of publication it is, in a few words shown after the name.'),
  description: z.string().min(20).max(300).describe('One or two sentences about what readers find here.'),
  audience: z.string().min(1).describe('Who it is for, as it would follow the word "For".'),
  url: z
    .url({protocol: /^https?$/, error: 'expected a web address that begins `https://`', abort: true})
    .refine((url) => new URL(url).origin === url, {
      error: ({input}) =>
        `expected the address without a path, \`${new URL(String(input)).origin}\`, and the path in \`baseUrl\``,
    })
    .describe('The address of the site, without a path: `https://toolkit.example`.'),
  baseUrl: z
    .string()
    .regex(/^\/(.*\/)?$/, {error: 'expected a path that begins and ends with `/`'})
    .default('/')
    .describe('The path of the site at that address: `/`, unless the site shares its host.'),
  language: z
    .string()
    .refine(hasCatalogue, {
      error: `expected ${listWords(LANGUAGES)}, alone or with a region, such as \`en-GB\``,
    })
    .default('en-GB')
    .describe(
      'The language of the text, as a BCP 47 tag. To add a language, write its texts in `src/language/` of the engine.',
    ),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, {error: 'expected the owner and the name of the repository, `owner/name`'})
    .describe('The GitHub repository, `owner/name`.'),
  email: z.email({error: 'expected an e-mail address'}).describe('The e-mail address for readers.'),
  manual: z
    .boolean()
    .default(false)
    .describe('Whether the manual of the engine is part of the site: how to contribute, edit and write.'),
  mailing_list: z
    .url({protocol: /^(https?|mailto)$/, error: 'expected an address that begins `https://` or `mailto:`'})
    .optional()
    .describe('The address where readers can sign up for updates by e-mail. Leave out if you have no list.'),
  phase: z
    .strictObject({
      name: z.enum(['alpha', 'beta', 'live', 'archived']),
      text: z.string().min(1).describe('What the phase means for readers, in one sentence.'),
    })
    .describe('How finished the toolkit is.'),
  launched: daySchema
    .optional()
    .describe(
      'The day the toolkit became public, which `npm run publish -- --launch` writes. Earlier updates have no pages that show what changed.',
    ),
  publisher: z.string().min(1).describe('One or two short sentences that tell readers who publishes this toolkit.'),
  predecessor: z
    .strictObject({
      name: z.string().min(1).describe('The previous publisher.'),
      until: daySchema.describe('The last day it published the toolkit. Updates up to then belong to it.'),
      notice: z.string().min(20).describe('One to three sentences that tell readers about it.'),
    })
    .optional()
    .describe('The previous publisher of this toolkit. Leave out if there was none.'),
  licence: z
    .strictObject({name: z.string().min(1), url: webAddressSchema, attribution: z.string().min(1)})
    .describe('The licence of the text, and the attribution it requires.'),
  priorities: z.array(termSchema).min(1).describe("What the readers' organisations want to achieve."),
  approaches: z.array(termSchema).min(1).describe('Ways to run a service.'),
  abbreviations: z
    .array(z.string().min(2))
    .default([])
    .describe('Abbreviations that every reader knows, such as `NHS`. Pages do not need to spell them out.'),
  regions: z.array(placeSchema).min(1).describe('Where case studies come from.'),
  sections: z
    .strictObject({
      case_study: sectionsSchema(CASE_STUDY_SECTIONS).describe('The headings of a case study, in order.'),
      guidance: sectionsSchema([]).describe('The headings of a guidance page, in order.'),
      advice: sectionsSchema([]).describe(
        'The headings of sections with your own advice, on any page. Numbers in these sections need no source.',
      ),
    })
    .prefault({})
    .describe('The standard sections for each kind of page. An empty list allows any sections.'),
  theme: themeSchema.describe('How the site looks: colours, a logo and fonts.'),
  footer_text: z
    .string()
    .min(1)
    .optional()
    .describe('A sentence or two at the bottom of every page, such as who paid for the toolkit.'),
  guidance_folders: z
    .array(
      idSchema.refine((folder) => folder !== 'case-studies', {
        error: 'expected another folder than that of case studies',
      }),
    )
    .default(['priorities', 'approaches'])
    .describe(
      'The folders in `docs/` of guidance pages, which have the sections of `sections.guidance`. The guidance page of a priority or an approach has them wherever it is.',
    ),
  facts: z
    .array(factSchema)
    .refine((facts) => new Set(facts.map(({id}) => id)).size === facts.length, {
      error: 'holds two facts with the same id, expected different ids',
    })
    .default([])
    .describe('Facts of your own about each case study. The form asks for them, and readers see them at the top.'),
  rules: z
    .record(z.string(), z.enum(['off', 'warning', 'error']))
    .default({})
    .describe(
      'Rules of the checks that you switch off, or whose problems must be fixed (`error`) or not (`warning`), by their ids.',
    ),
  own_rules: z
    .array(ownRuleSchema)
    .refine((rules) => new Set(rules.map(({id}) => id)).size === rules.length, {
      error: 'holds two rules with the same id, expected different ids',
    })
    .default([])
    .describe('Rules of your own for pages, each made with `defineRule`.'),
  collections: collectionsSchema
    .default([])
    .describe('Kinds of pages of your own, such as events, each made with `defineCollection`.'),
  directives: ownDirectivesSchema
    .default([])
    .describe('Blocks of your own that pages can show, each made with `defineDirective`.'),
  owners: z.array(ownerSchema).min(1).describe('The roles responsible for pages.'),
});

/** Ids that a priority or an approach cannot have, because its updates are at `/updates/<id>/`. */
const FOLLOW_PAGE = 'follow';

/** The settings of a toolkit, apart from its navigation. */
export const toolkitSchema = keysSchema.superRefine((settings, {addIssue}) => {
  const {priorities, approaches, regions, guidance_folders, collections} = settings;
  for (const [index, {folder}] of collections.entries()) {
    const message = `is \`${folder}\`, which is in \`guidance_folders\`, expected another folder`;
    if (guidance_folders.includes(folder)) addIssue({code: 'custom', path: ['collections', index, 'folder'], message});
  }
  const taken = new Set([FOLLOW_PAGE]);
  for (const [vocabulary, terms] of Object.entries({priorities, approaches})) {
    for (const [index, {id}] of terms.entries()) {
      const message = `holds \`${id}\`, expected another id, because \`/updates/${id}/\` is already in use`;
      if (taken.has(id)) addIssue({code: 'custom', path: [vocabulary, index, 'id'], message});
      taken.add(id);
    }
  }
  const placed = new Map<string, string>();
  const hasMap = regions.some(({tile}) => tile !== undefined);
  for (const [index, {label, tile}] of regions.entries()) {
    const message = tileFault(tile, hasMap, placed);
    if (message !== undefined) addIssue({code: 'custom', path: ['regions', index, 'tile'], message});
    if (tile) placed.set(`${tile.column} ${tile.row}`, label);
  }
});

/** What is wrong with the place of a region on the map, given the regions that are placed before it. */
function tileFault(tile: Tile | undefined, hasMap: boolean, placed: ReadonlyMap<string, string>): string | undefined {
  if (!tile) return hasMap ? 'is missing, expected a place on the map, which other regions have' : undefined;
  const other = placed.get(`${tile.column} ${tile.row}`);
  return other === undefined ? undefined : `is the place of "${other}", expected a place of its own on the map`;
}

type Tile = NonNullable<z.output<typeof placeSchema>['tile']>;

export type ToolkitOptions = z.input<typeof toolkitSchema>;

/** The settings in `toolkit.config.ts`. */
export type ToolkitSettings = z.output<typeof toolkitSchema>;

/** A priority or an approach, with its guidance page if there is one. */
export type Term = ToolkitSettings['priorities'][number] & {page?: string | undefined};

/** The settings without the code of own rules, which only the checks of pages need. */
export interface SettingsData extends Omit<ToolkitSettings, 'own_rules'> {
  own_rules: Omit<OwnRule, 'check'>[];
}

/** The code of a configuration that reading and rendering its pages needs. */
export type Extensions = Pick<ToolkitSettings, 'collections' | 'directives'>;

/** The settings with the navigation, as the rest of the engine uses them: workers, caches and pages take data only. */
export interface ToolkitConfig extends Omit<SettingsData, keyof Extensions>, Omit<Navigation, 'pages'> {
  priorities: Term[];
  approaches: Term[];
  collections: CollectionData[];
  directives: DirectiveData[];
}

/** Adds the navigation to the settings. */
export function withNavigation(settings: SettingsData, {pages, ...navigation}: Navigation): ToolkitConfig {
  const toTerm = ({id, label}: Term): Term => ({id, label, ...(pages[id] !== undefined && {page: pages[id]})});
  return {
    ...settings,
    ...navigation,
    priorities: settings.priorities.map(toTerm),
    approaches: settings.approaches.map(toTerm),
    own_rules: settings.own_rules.map(({id, description, severity}) => ({id, description, severity})),
    collections: settings.collections.map(collectionData),
    directives: settings.directives.map(({name, description, has_text}) => ({name, description, has_text})),
  };
}
