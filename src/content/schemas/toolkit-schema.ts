import {z} from 'zod';
import {listWords} from '../../format/nearest.ts';
import {labelFault} from '../../language/labels.ts';
import {isLanguage, LANGUAGES} from '../../language/text.ts';
import type {MarkdownPlugins} from '../extensions/markdown-plugins.ts';
import {type DirectiveData, ownDirectivesSchema} from '../extensions/own-directive.ts';
import {type OwnRule, ownRuleSchema} from '../extensions/own-rule.ts';
import {fileNameOf} from '../pages/file-name.ts';
import {scalesSchema} from '../pages/scales.ts';
import {themeSchema} from '../theme.ts';
import {CASE_STUDY_KEYS} from './case-study-schema.ts';
import {type CollectionData, collectionData, collectionsSchema, sectionsSchema} from './collection-schema.ts';
import {daySchema} from './day-schema.ts';
import type {Navigation} from './navigation-schema.ts';
import {REVIEW_EVERY_RE} from './page-schema.ts';
import {webAddressSchema} from './source-schema.ts';
import {
  guidanceVocabularies,
  idSchema,
  keySchema,
  resolveVocabularies,
  type Vocabulary,
  vocabularySchema,
} from './vocabulary-schema.ts';

/** The file of the settings. It is code, and runs. */
export const CONFIG_FILE = 'toolkit.config.ts';

/** The sections of a case study, in order. "At a glance" and "Sources" are generated from its front matter. */
const CASE_STUDY_SECTIONS = ['Why', 'What they did', 'What it cost', 'What happened', 'What they learned'];

/** Where the settings of rules begin: without matters of style, with formatting as warnings, or as the engine has them. */
const RULE_PRESETS = ['essential', 'recommended', 'strict'] as const;

const RULE_SETTINGS = ['off', 'warning', 'error'] as const;

/** Documents to fill in and to keep. Browsers save them, because a host serves them as attachments. */
const DOWNLOADS = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'zip', 'ics', 'txt'] as const;

const ownerSchema = z.strictObject({
  id: idSchema.describe('The id of the role, for `owner` in front matter.'),
  label: z.string().min(1).describe('The name of the role that readers see.'),
  team: z
    .string()
    .regex(/^(?:@[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?(?:\/[\w.-]+)?)?$/i, {
      error: 'expected a GitHub team, `@organisation/team`, or an account, `@name`',
    })
    .default('')
    .describe('The GitHub team or account that reviews changes to its pages. Leave out where `host` is `none`.'),
  owns: z
    .array(z.string().regex(/^(\*|\/\S*)$/, {error: 'expected `*`, or a path that begins with `/`, `/docs/`'}))
    .default([])
    .describe('The files for which the team must approve changes, as in CODEOWNERS: `/docs/`, or `*` for all others.'),
});

const factSchema = z.strictObject({
  id: keySchema.describe('What you write below `facts` in front matter. It never changes.'),
  label: z.string().min(2).describe('What readers see.'),
  type: z
    .enum(['text', 'number', 'date', 'link'])
    .default('text')
    .describe('`link` is a web address, and `date` a day such as `2026-11-24`.'),
  description: z.string().min(10).describe('What to write, in one sentence for contributors.'),
});

export const HOSTS = ['github', 'gitlab', 'none'] as const;

const keysSchema = z.strictObject({
  title: z.string().min(1).describe('The name of the toolkit.'),
  strapline: z
    .string()
    .min(1)
    .optional()
    .describe('What kind of publication it is, in a few words shown after the name. Leave out to show none.'),
  description: z
    .string()
    .min(20)
    .max(300)
    .optional()
    .describe('One or two sentences about what readers find here. Leave out to show none.'),
  audience: z
    .string()
    .min(1)
    .optional()
    .describe('Who it is for, as it would follow the word "For". Leave out to show none.'),
  url: z
    .url({protocol: /^https?$/, error: 'expected a web address that begins `https://`', abort: true})
    .refine((url) => new URL(url).origin === url, {
      error: ({input}) =>
        `expected the address without a path, \`${new URL(String(input)).origin}\`, and the path in \`baseUrl\``,
    })
    .describe('The address of the site, without a path: `https://toolkit.example`.'),
  baseUrl: z
    .string()
    .regex(/^\/(?:(?!\.\.?\/)[^/]+\/)*$/, {
      error: 'expected a path that begins and ends with `/`, such as `/toolkit/`',
    })
    .default('/')
    .describe('The path of the site at that address: `/`, unless the site shares its host.'),
  language: z
    .string()
    .refine(isLanguage, {error: 'expected a language, alone or with a region, such as `fr` or `en-GB`'})
    .default('en-GB')
    .describe(
      `The language of the text, as a BCP 47 tag. The engine has the texts of the site in ${listWords(LANGUAGES)}; for another, \`npm run generate\` writes a file to translate.`,
    ),
  labels: z
    .record(z.string(), z.string())
    .superRefine((labels, {addIssue}) => {
      for (const [key, text] of Object.entries(labels)) {
        const message = labelFault(key, text);
        if (message !== undefined) addIssue({code: 'custom', path: [key], message});
      }
    })
    .default({})
    .describe(
      'Texts of your own in place of those of the site, by their keys in the catalogue: `{"names.home": "Start"}`.',
    ),
  host: z
    .enum(HOSTS)
    .default('github')
    .describe('Where the repository is: links for changes and the files for its pipeline follow. `none` has neither.'),
  host_url: z
    .url({protocol: /^https$/, error: 'expected an address that begins `https://`'})
    .transform((url) => url.replace(/\/$/, ''))
    .optional()
    .describe('The address of a GitHub or GitLab server of your own. Leave out for `github.com` or `gitlab.com`.'),
  repository: z
    .string()
    .regex(/^(?:[\w.-]+\/[\w./-]+)?$/, {error: 'expected the owner and the name of the repository, `owner/name`'})
    .default('')
    .describe('The repository at the host, `owner/name`. Leave out where `host` is `none`.'),
  email: z.email({error: 'expected an email address'}).describe('The email address for readers.'),
  manual: z
    .boolean()
    .default(false)
    .describe('Whether the manual of the engine is part of the site: how to contribute, edit and write.'),
  mailing_list: z
    .url({protocol: /^(https?|mailto)$/, error: 'expected an address that begins `https://` or `mailto:`'})
    .optional()
    .describe('The address where readers can sign up for updates by email. Leave out if you have no list.'),
  feedback_form: z
    .url({abort: true, error: 'expected an address that begins `https://`'})
    // On your own computer, a form may go to a program there.
    .regex(/^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/, {error: 'expected an address that begins `https://`'})
    .optional()
    .describe('The address of a form service, which takes the feedback form of the site. Leave out to have no form.'),
  editor: z
    .strictObject({
      oauth: z
        .url({protocol: /^https$/, error: 'expected an address that begins `https://`'})
        .describe('The address of your login service for GitHub, which knows the secret that GitHub gave you.'),
      branch: z.string().min(1).default('main').describe('The branch that pages are published from.'),
    })
    .optional()
    .describe('The browser editor on the site, at `/edit/`. Leave out to have none.'),
  phase: z
    .strictObject({
      name: z.enum(['alpha', 'beta', 'live', 'archived']),
      text: z.string().min(1).describe('What the phase means for readers, in one sentence.'),
    })
    .optional()
    .describe('How finished the toolkit is. Leave out to show nothing about it.'),
  launched: daySchema
    .optional()
    .describe(
      'The day the toolkit became public, which `npm run publish -- --launch` writes. Earlier updates have no pages that show what changed.',
    ),
  publisher: z
    .string()
    .min(1)
    .optional()
    .describe(
      'One or two short sentences that tell readers who publishes this toolkit. Until it is set, the footer says that nobody is named.',
    ),
  predecessor: z
    .strictObject({
      name: z.string().min(1).describe('The previous publisher.'),
      until: daySchema.describe('The last day it published the toolkit. Updates up to then belong to it.'),
      notice: z.string().min(20).describe('One to three sentences that tell readers about it.'),
    })
    .optional()
    .describe('The previous publisher of this toolkit. Leave out if there was none.'),
  edition_labels: z
    .record(z.string(), z.string().min(3))
    .default({})
    .describe(
      'What readers see instead of the name of an edition, by its name: `2017-03`. Its address keeps the name.',
    ),
  licence: z
    .strictObject({name: z.string().min(1), url: webAddressSchema, attribution: z.string().min(1)})
    .optional()
    .describe(
      'The licence of the text, and the attribution it requires. Until it is set, the site says nothing about it.',
    ),
  vocabularies: z
    .record(keySchema, vocabularySchema)
    .default({})
    .describe('The lists of terms that pages and case studies are filed under, each by its key in front matter.'),
  abbreviations: z
    .array(z.string().min(2))
    .default([])
    .describe('Abbreviations that every reader knows, such as `NHS`. Pages do not need to spell them out.'),
  sections: z
    .strictObject({
      case_study: sectionsSchema(CASE_STUDY_SECTIONS).describe('The headings of a case study, in order.'),
      guidance: sectionsSchema([]).describe('The headings of a guidance page, in order.'),
      advice: sectionsSchema([]).describe(
        'The headings of sections with your own advice, on any page. Numbers in these sections need no source.',
      ),
      briefing: sectionsSchema([]).describe(
        'The headings that a briefing keeps: with the answer of the page and two case studies, they fit on two sides of A4. An empty list makes no briefings.',
      ),
      aside: sectionsSchema([]).describe(
        'The headings of sections that search results quote only if no other text of the page has the words.',
      ),
    })
    .prefault({})
    .describe('The standard sections for each kind of page. An empty list allows any sections.'),
  theme: themeSchema.describe('How the site looks: colours, a logo and fonts.'),
  pages_at: z
    .string()
    .regex(/^\/([a-z\d-]+\/)*$/, {error: 'expected a path that begins and ends with `/`'})
    .default('/toolkit/')
    .describe(
      'Where the pages of `docs/` are. At `/` the page `docs/index.md` is the home page. Decide before the launch.',
    ),
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
    .optional()
    .describe(
      'The folders in `docs/` of guidance pages, which have the sections of `sections.guidance`: those named like the vocabularies, unless you set others. The guidance page of a term has them wherever it is.',
    ),
  downloads: z
    .array(z.enum(DOWNLOADS))
    .default([])
    .describe('Kinds of files to download that `static/` may have, by their endings: `docx`, `xlsx`, `zip`.'),
  facts: z
    .array(factSchema)
    .refine((facts) => new Set(facts.map(({id}) => id)).size === facts.length, {
      error: 'holds two facts with the same id, expected different ids',
    })
    .default([])
    .describe('Facts of your own about each case study. The form asks for them, and readers see them at the top.'),
  scales: scalesSchema.describe(
    'The scales on which you rate guidance pages, each with its steps. Readers compare the pages in a table.',
  ),
  rules: z
    .record(z.string(), z.enum([...RULE_SETTINGS, ...RULE_PRESETS]))
    .superRefine((rules, {addIssue}) => {
      for (const [id, setting] of Object.entries(rules)) {
        const expected: readonly string[] = id === 'preset' ? RULE_PRESETS : RULE_SETTINGS;
        const message = `expected ${listWords(expected)}`;
        if (!expected.includes(setting)) addIssue({code: 'custom', path: [id], message});
      }
    })
    .default({})
    .describe(
      'Rules of the checks that you switch off, or whose problems must be fixed (`error`) or not (`warning`), by their ids or a group, `markdownlint/*`. `preset` is where you start: `essential`, `recommended` or `strict`.',
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
  case_studies: z
    .boolean()
    .default(true)
    .describe('`false` for a toolkit without case studies, their list and their form.'),
  features: z
    .array(
      z.custom<{name: string}>((feature) => typeof feature === 'object'),
      {
        error: 'expected no such key: a part of the engine is off where its data or setting is missing',
      },
    )
    .readonly()
    .default([])
    .describe('remove the line.'),
  owners: z.array(ownerSchema).min(1).describe('The roles responsible for pages.'),
  defaults: z
    .strictObject({
      owner: idSchema.optional().describe('The id of the role.'),
      review_every: z
        .string()
        .regex(REVIEW_EVERY_RE, {error: 'expected a number of months or years, `12 months`'})
        .optional()
        .describe('Such as `12 months`.'),
    })
    .optional()
    .describe('`owner` and `review_every` of pages whose front matter does not have them.'),
  usual_reply: z
    .string()
    .min(3)
    .max(60)
    .optional()
    .describe(
      'How long an editor usually takes to answer a contributor, as it would follow "usually takes": `5 working days`. Leave out if you do not know.',
    ),
  preview: z
    .strictObject({
      address: z
        .url({protocol: /^https$/, error: 'expected a web address that begins `https://`'})
        .refine((address) => address.includes('{number}'), {
          error: 'expected `{number}` in the address, where the number of the pull request goes',
        })
        .describe(
          'The address with `{number}` for the number of the pull request: `https://{number}.preview.example/`.',
        ),
    })
    .optional()
    .describe('A host of yours that shows a preview of each pull request. Comments link to it.'),
});

/** Ids that a term cannot have, because its updates are at `/updates/<id>/`. */
const FOLLOW_PAGE = 'follow';

/** The words in addresses below the case study finder that are in use for other lists. */
const OWN_ADDRESSES = ['evidence', 'page', 'compare'];

/** Keys of front matter with a meaning for Docusaurus. */
const DOCUSAURUS_KEYS = [
  'id',
  'slug',
  'tags',
  'keywords',
  'image',
  'draft',
  'unlisted',
  'format',
  'mdx',
  'last_update',
];

/** The settings of a toolkit, apart from its navigation. */
export const toolkitSchema = keysSchema.superRefine(
  ({vocabularies: settings, guidance_folders, collections, host, repository, editor, defaults, owners}, {addIssue}) => {
    const needed =
      host === 'none'
        ? []
        : [
            {path: ['repository'], value: repository},
            ...owners.map(({team: value}, index) => ({path: ['owners', index, 'team'], value})),
          ];
    for (const {path, value} of needed)
      if (value === '') addIssue({code: 'custom', path, message: 'is missing, expected text'});
    if (defaults?.owner !== undefined && !owners.some(({id}) => id === defaults.owner))
      addIssue({
        code: 'custom',
        path: ['defaults', 'owner'],
        message: `is no role, expected ${listWords(owners.map(({id}) => id))}`,
      });
    if (editor && host !== 'github')
      addIssue({code: 'custom', path: ['editor'], message: 'is set, expected none, because it works with GitHub only'});
    const folders = guidance_folders ?? foldersOf(resolveVocabularies(settings));
    for (const [index, {folder}] of collections.entries()) {
      const message = `is \`${folder}\`, which is a folder of guidance, expected another folder`;
      if (folders.includes(folder)) addIssue({code: 'custom', path: ['collections', index, 'folder'], message});
    }
    const report = (path: PropertyKey[], message: string) =>
      addIssue({code: 'custom', path: ['vocabularies', ...path], message});
    const keys = new Set([...CASE_STUDY_KEYS, ...DOCUSAURUS_KEYS]);
    const labels = new Set([...CASE_STUDY_KEYS]);
    const addresses = new Set(OWN_ADDRESSES);
    const updates = new Set([FOLLOW_PAGE]);
    for (const {key, label, address, guidance, terms} of resolveVocabularies(settings)) {
      if (keys.has(key)) report([key], 'is the name of a key that pages already have, expected another name');
      const name = fileNameOf(label).replaceAll('-', '_');
      if (labels.has(name)) report([key, 'label'], `holds "${label}", which is already in use, expected another label`);
      if (address === '')
        report([key, 'address'], 'is missing, and the singular makes none, expected a word for addresses');
      if (addresses.has(address))
        report([key, 'address'], `is \`${address}\`, which is already in use, expected another word`);
      labels.add(name);
      addresses.add(address);
      const ids = guidance ? updates : new Set<string>();
      for (const [index, {id}] of terms.entries()) {
        const use = guidance ? `\`/updates/${id}/\`` : 'it';
        if (ids.has(id))
          report([key, 'terms', index, 'id'], `holds \`${id}\`, expected another id, because ${use} is already in use`);
        ids.add(id);
      }
    }
  },
);

export type ToolkitOptions = z.input<typeof toolkitSchema>;

export type ToolkitSettings = z.output<typeof toolkitSchema>;

/** The settings without the code of own rules. Workers, caches and pages take data only. */
export interface SettingsData extends Omit<ToolkitSettings, 'own_rules' | 'vocabularies'> {
  own_rules: Omit<OwnRule, 'check'>[];
  vocabularies: ToolkitSettings['vocabularies'] | Vocabulary[];
}

export interface Extensions extends Pick<ToolkitSettings, 'collections' | 'directives' | 'features'> {
  /** The plugins of remark and rehype that the configuration of Docusaurus lists; only a build knows them. */
  markdown?: MarkdownPlugins;
}

/** The settings with the navigation, as the rest of the engine uses them: workers, caches and pages take data only. */
export interface ToolkitConfig extends Omit<SettingsData, keyof Extensions>, Omit<Navigation, 'pages'> {
  /** In the order in which readers see them. */
  vocabularies: Vocabulary[];
  guidance_folders: string[];
  collections: CollectionData[];
  directives: DirectiveData[];
}

/** The folder of guidance for each vocabulary that guidance pages have. */
function foldersOf(vocabularies: readonly Vocabulary[]): string[] {
  return guidanceVocabularies({vocabularies}).map(({key}) => key.replaceAll('_', '-'));
}

export function withNavigation(
  {features: _code, ...settings}: SettingsData,
  {pages, ...navigation}: Navigation,
): ToolkitConfig {
  const vocabularies = resolveVocabularies(settings.vocabularies, pages);
  return {
    ...settings,
    ...navigation,
    vocabularies,
    guidance_folders: settings.guidance_folders ?? foldersOf(vocabularies),
    own_rules: settings.own_rules.map(({id, description, severity}) => ({id, description, severity})),
    collections: settings.collections.map(collectionData),
    directives: settings.directives.map(({name, description, has_text}) => ({name, description, has_text})),
  };
}
