import {z} from 'zod';
import type {Navigation} from './navigation-schema.ts';

/** The sections of a case study's body, in order; "At a glance" and "Sources" are made from its front matter. */
export const CASE_STUDY_SECTIONS: readonly string[] = [
  'Why',
  'What they did',
  'What it cost',
  'What happened',
  'What they learned',
];

const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {error: 'expected lower-case words joined by hyphens, `small-firms`'});

/** One entry of a vocabulary: what authors write in front matter, and what readers see. */
const termSchema = z.strictObject({
  id: idSchema.describe('What authors write in front matter; it never changes.'),
  label: z.string().min(1).describe('What readers see.'),
});

/** Columns and rows of the map of tiles, which the style sheet has places for. */
const MAP_SIDE = 6;

const placeSchema = termSchema.extend({
  tile: z
    .strictObject({
      column: z.int().min(1).max(MAP_SIDE).describe('From the left.'),
      row: z.int().min(1).max(MAP_SIDE).describe('From the top.'),
    })
    .optional()
    .describe('Where it stands on the map of case studies; leave out in every region to have no map.'),
});

const ownerSchema = z.strictObject({
  id: idSchema.describe('The role, as pages name it in `owner`.'),
  label: z.string().min(1).describe('The role, as readers see it.'),
  team: z
    .string()
    .regex(/^@[\w-]+\/[\w-]+$/)
    .describe('The GitHub team that reviews changes to its pages.'),
  owns: z
    .array(z.string().regex(/^(\*|\/\S*)$/))
    .default([])
    .describe('The files whose changes the team must agree to, as in CODEOWNERS: `/docs/`, or `*` for all the rest.'),
  assignees: z
    .array(z.string().regex(/^[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?$/i, {error: 'expected the name of a GitHub account'}))
    .max(10)
    .optional()
    .describe('The GitHub accounts that feedback on its pages is given to: an issue can be given to no team.'),
});

const sectionsSchema = (standard: readonly string[]) => z.array(z.string().min(1)).readonly().default(standard);

const keysSchema = z.strictObject({
  title: z.string().min(1).describe('The name of the toolkit.'),
  strapline: z.string().min(1).describe('What kind of publication it is, in a few words beside the name.'),
  description: z.string().min(20).max(300).describe('One or two sentences on what readers find here.'),
  audience: z.string().min(1).describe('Who it is for, to follow the word "For".'),
  url: z.url().describe('Where the site will stand, without a path: `https://toolkit.example`.'),
  baseUrl: z
    .string()
    .regex(/^\/(.*\/)?$/, {error: 'expected a path that begins and ends with `/`'})
    .default('/')
    .describe('The path under that address, `/` unless the site shares its host.'),
  language: z.string().default('en-GB').describe('The language of the words, as a BCP 47 tag.'),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .describe('The GitHub repository, `owner/name`.'),
  email: z.email().describe('Where readers can write.'),
  mailing_list: z
    .url({protocol: /^(https?|mailto)$/})
    .optional()
    .describe('Where readers can ask to be told of updates by e-mail; leave out if there is no list.'),
  phase: z
    .strictObject({
      name: z.enum(['alpha', 'beta', 'live', 'archived']),
      text: z.string().min(1).describe('What that means for readers, in one sentence.'),
    })
    .describe('How finished the toolkit is.'),
  launched: z.iso
    .date()
    .optional()
    .describe(
      'The day the toolkit became public. Updates published before it have no pages that show what changed; leave out until launch.',
    ),
  publisher: z.string().min(1).describe('Who publishes this toolkit, in one or two short sentences to readers.'),
  predecessor: z
    .strictObject({
      name: z.string().min(1).describe('Who published the toolkit before.'),
      until: z.iso.date().describe('The last day it did; updates up to then are its own.'),
      notice: z.string().min(20).describe('What readers are told of it, in one to three sentences.'),
    })
    .optional()
    .describe('The publisher whose toolkit this one restates; leave out if there was none.'),
  licence: z
    .strictObject({name: z.string().min(1), url: z.url(), attribution: z.string().min(1)})
    .describe('The licence of the words, and the attribution it asks for.'),
  priorities: z.array(termSchema).min(1).describe("What the readers' organisations want to achieve."),
  approaches: z.array(termSchema).min(1).describe('Ways to run a service.'),
  abbreviations: z
    .array(z.string().min(2))
    .default([])
    .describe('Abbreviations that readers know as names, such as `NHS`: pages need not spell them out.'),
  regions: z.array(placeSchema).min(1).describe('Where case studies come from.'),
  sections: z
    .strictObject({
      case_study: sectionsSchema(CASE_STUDY_SECTIONS).describe('The headings of a case study, in order.'),
      guidance: sectionsSchema([]).describe('The headings of a page on a priority or an approach.'),
      advice: sectionsSchema([]).describe(
        "The headings, on any page, of sections that hold the toolkit's own advice: numbers in them need no source.",
      ),
    })
    .prefault({})
    .describe('The sections that pages of a kind have; an empty list leaves them free.'),
  owners: z.array(ownerSchema).min(1).describe('The roles that look after pages.'),
});

/** Updates on a priority or an approach stand at its id, beside this page. */
const FOLLOW_PAGE = 'follow';

/** Everything that makes this toolkit this toolkit, apart from its navigation. */
export const toolkitSchema = keysSchema.superRefine(({priorities, approaches}, {addIssue}) => {
  const taken = new Set([FOLLOW_PAGE]);
  for (const [vocabulary, terms] of Object.entries({priorities, approaches})) {
    for (const [index, {id}] of terms.entries()) {
      const message = `holds \`${id}\`, expected an id of its own: its updates stand at \`/updates/${id}/\``;
      if (taken.has(id)) addIssue({code: 'custom', path: [vocabulary, index, 'id'], message});
      taken.add(id);
    }
  }
});

export type ToolkitOptions = z.input<typeof toolkitSchema>;

/** What `toolkit.config.ts` holds. */
export type ToolkitSettings = z.output<typeof toolkitSchema>;

/** A priority or an approach, with its guidance page once that is written. */
export type Term = ToolkitSettings['priorities'][number] & {page?: string | undefined};

/** The settings together with the navigation: what the rest of the engine sees. */
export interface ToolkitConfig extends ToolkitSettings, Omit<Navigation, 'pages'> {
  priorities: Term[];
  approaches: Term[];
}

/** Adds the navigation to the settings. */
export function withNavigation(settings: ToolkitSettings, {pages, ...navigation}: Navigation): ToolkitConfig {
  const toTerm = ({id, label}: Term): Term => ({id, label, ...(pages[id] !== undefined && {page: pages[id]})});
  return {
    ...settings,
    ...navigation,
    priorities: settings.priorities.map(toTerm),
    approaches: settings.approaches.map(toTerm),
  };
}
