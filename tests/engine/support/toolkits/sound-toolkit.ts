import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {NAVIGATION_FILE, navigationSchema} from '../../../../src/content/schemas/navigation-schema.ts';
import {type ToolkitOptions, withNavigation} from '../../../../src/content/schemas/toolkit-schema.ts';
import type {Term, Vocabulary} from '../../../../src/content/schemas/vocabulary-schema.ts';
import type {KindedDocument, SourceFile, Toolkit, UnreadFile} from '../../../../src/content/toolkit.ts';
import {defineToolkit} from '../../../../src/index.ts';
import {readToolkit} from '../../../../src/io/load-toolkit.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {pageExample} from '../../../../src/rules/examples/example-files.ts';
import type {ExampleFiles} from '../../../../src/rules/rule.ts';
import {ROOT} from './copy-toolkit.ts';

/** Where the configurations of tests find the features, which `defineToolkit` would add. */
const FEATURES_FILE = pathToFileURL(path.join(ROOT, 'src/features/features.ts')).href;

const options: ToolkitOptions = {
  title: 'Ready for the river',
  strapline: 'Good practice',
  description: 'How villages prepare for high water, in five short pages.',
  audience: 'parish clerks',
  url: 'https://flood.example',
  repository: 'example-org/flood',
  email: 'flood@flood.example',
  phase: {name: 'beta', text: 'It is being tested.'},
  publisher: 'Published by nobody.',
  licence: {name: 'CC0', url: 'https://cc.example/', attribution: 'None.'},
  vocabularies: {
    priorities: {label: 'Priorities', singular: 'Priority', terms: [{id: 'homes', label: 'Homes'}]},
    approaches: {label: 'Approaches', singular: 'Approach', terms: [{id: 'wardens', label: 'Wardens'}]},
    regions: {
      label: 'Regions',
      singular: 'Region',
      guidance: false,
      required: true,
      terms: [{id: 'riverside', label: 'Riverside'}],
    },
  },
  owners: [{id: 'editor', label: 'Editor', team: '@example-org/editor'}],
};

/** The day on which examples of rules are checked. */
export const EXAMPLE_DAY = '2026-11-24';

/** What the configuration file of the sound toolkit exports. */
export const settings = defineToolkit(options);

const NAVIGATION = {contribute: {label: 'Offer a case study', to: '/toolkit/'}, footer: []};

/** A small configuration that every example of a rule stands on. */
export const config = withNavigation(settings, navigationSchema(settings).parse(NAVIGATION));

/** The vocabularies of the sound toolkit with other terms in some. */
export function vocabulariesWith(terms: Readonly<Record<string, Term[]>>): Vocabulary[] {
  return config.vocabularies.map((vocabulary) => ({...vocabulary, terms: terms[vocabulary.key] ?? vocabulary.terms}));
}

/** Front matter of a page that breaks no rule. */
export function page(title: string, more = ''): string {
  return pageExample(title, more);
}

const SOUND: Readonly<Record<string, string>> = {
  'docs/index.md': page('Start'),
  'docs/priorities/homes.md': page('Homes'),
};

/**
 * The sound toolkit with some files added or changed. `toolkit.config.ts`, as `export default` and JSON, changes keys of
 * its configuration, and `navigation.json` those of its navigation.
 */
export function toolkitWith(changed: ExampleFiles = {}): Toolkit {
  const {'toolkit.config.ts': configText, [NAVIGATION_FILE]: navigationText, ...rest} = changed;
  const encoder = new TextEncoder();
  const navigation = navigationFile(navigationText === undefined ? {} : JSON.parse(String(navigationText)));
  const files: SourceFile[] = [];
  const unread: UnreadFile[] = [];
  for (const [path, example] of Object.entries<ExampleFiles[string]>({
    ...SOUND,
    [NAVIGATION_FILE]: navigation,
    ...rest,
  })) {
    if (typeof example === 'string') files.push({path, bytes: encoder.encode(example)});
    else if (example instanceof Uint8Array) files.push({path, bytes: example});
    else unread.push({path, ...example});
  }
  const own = configText === undefined ? settings : defineToolkit({...options, ...defaultExport(configText)});
  return readToolkit(own, files, unread);
}

function defaultExport(code: ExampleFiles[string]): Record<string, unknown> {
  return JSON.parse(
    String(code)
      .replace(/^export default /, '')
      .replace(/;\s*$/, ''),
  );
}

/**
 * A guidance page with these words, or with front matter of its own where they begin with a fence: a case study
 * where that names a service.
 */
export function pageOf(words: string): KindedDocument {
  const text = words.startsWith('---\n') ? words : page('Floods').replace('Words.\n', `${words}\n`);
  const isStudy = /^---\n(?:.+\n)*?service: /.test(text);
  const path = `docs/${isStudy ? 'case-studies' : 'priorities'}/floods.md`;
  return {kind: isStudy ? 'case-study' : 'page', ...readDocument(path, text)};
}

/** The navigation of the sound toolkit with some keys changed. */
export function navigationFile(changed: object = {}): string {
  return `${JSON.stringify({...NAVIGATION, ...changed}, null, 2)}\n`;
}

/** The configuration and the navigation of the sound toolkit, as files on a disk. */
export const CONFIG_FILES = {
  'toolkit.config.ts': configFile('export default {};'),
  [NAVIGATION_FILE]: navigationFile(),
};

/** The sound toolkit as files on a disk. */
export function soundFiles(): Record<string, string> {
  return {...SOUND, ...CONFIG_FILES};
}

/** A configuration file with some keys changed, as `toolkitWith` takes them; it imports only the features, and so loads at once. */
export function configFile(changed: ExampleFiles[string]): string {
  const settings = JSON.stringify({...options, ...defaultExport(changed)}).slice(1);
  return `export default {${settings.slice(0, -1)},"features":FEATURES};\nimport {FEATURES} from '${FEATURES_FILE}';\n`;
}
