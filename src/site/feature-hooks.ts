import type {PhrasingContent} from 'mdast';
import type {GeneratedPage} from '../content/addresses/generated-routes.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../content/toolkit.ts';
import type {Command} from '../io/cli/command-types.ts';
import {ExitError} from '../io/cli/exit-error.ts';
import type {Io} from '../io/cli/io.ts';
import type {BuiltSite} from './after-build/built-site.ts';
import type {Content} from './after-build/output-folder.ts';
import type {SiteContent} from './data/site-data.ts';
import type {HeaderRule} from './render/security-policy.ts';

/** A file of the built site: its path there, and its content. */
export type SiteFile = readonly [path: string, content: Content];

/** What of one kind waits for editors. */
export interface ReviewSection {
  title: string;
  /** What to do with the items; commands are in backticks. */
  about: string;
  items: PhrasingContent[][];
}

/** A row of the table of commands, with the code that runs it, which is loaded only then. */
export interface FeatureCommand {
  row: Command;
  load(): Promise<{run(options: never, io: Io, words: never): Promise<number>}>;
}

export interface ModelPage {
  address: string;
  /** A component of the theme, or the name of a feature with a page of its parts, `search/SearchPage`. */
  component: string;
  props: Record<string, unknown>;
  /** The files of live pages whose text it shows; its component gets them as `items`. */
  shows?: readonly string[];
}

export interface BrowserScript {
  /** The module that starts it, without its extension. */
  file: string;
  /** The attributes with `data-` of the elements that it works on; without any, every page has it. */
  marks?: readonly string[];
}

/** A step of a workflow, which reads the event and the token from the environment; returns the lines to print. */
export type Job = (file: string | undefined, env: NodeJS.ProcessEnv, io: Io) => Promise<string | string[]> | string;

/** The file or folder that a job needs. */
export function requireFile(file: string | undefined, what: string): string {
  if (file) return file;
  throw new ExitError(`no file or folder is named, expected ${what}`, 'Name it.');
}

/**
 * Something that a toolkit could do without, with all its code in one folder of `src/features/`. Each hook is called at
 * one place of the engine, in the order of the list of features. It returns data and changes nothing that it gets.
 */
export interface Feature {
  name: string;
  /** The names of the features without which it cannot work. */
  needs?: readonly string[];
  commands?: Readonly<Record<string, FeatureCommand>>;
  jobs?: Readonly<Record<string, Job>>;
  /** The pages that it generates, as other pages name them: its routes have what they show. */
  pages?(config: ToolkitConfig): readonly GeneratedPage[];
  /** Every page that it generates; `component` is a key of `pages` in its parts. */
  routes?(content: SiteContent): readonly ModelPage[];
  /** The module that exports its `Parts`, without extension: what the theme shows of it, with the styles that it imports. */
  parts?: string;
  scripts?(config: ToolkitConfig): readonly BrowserScript[];
  /** The addresses of its files that last once they are published, `*` for a part of a name. */
  keeps?(config: ToolkitConfig): readonly string[];
  /** Files of the built site besides its pages; it sees what core and earlier features have written. */
  files?(site: BuiltSite): Promise<readonly SiteFile[]>;
  /** Headers that hosts send with the built files below an address, besides those of core. */
  headers?(config: ToolkitConfig): Promise<readonly HeaderRule[]>;
  /** Files of the repository that `npm run generate` writes, by their paths. */
  generated?(config: ToolkitConfig): Promise<Readonly<Record<string, string>>>;
  /** What waits for editors in `npm run review`. */
  review?(toolkit: Toolkit, today: string): Promise<readonly ReviewSection[]>;
}

export function scriptsOf({extensions, config}: Pick<Toolkit, 'config' | 'extensions'>): BrowserScript[] {
  return featuresOf({extensions}).flatMap(({scripts}) => scripts?.(config) ?? []);
}

/** The features of the engine: the configuration carries them, so that core never knows one by name. */
export function featuresOf({extensions}: Pick<Toolkit, 'extensions'>): readonly Feature[] {
  return extensions.features as unknown as readonly Feature[];
}
