// Decap CMS is fetched when the editor is used, because it would bring 640 packages to every toolkit. These types cover
// the documented API that the editor uses: https://decapcms.org/docs/customization/
declare module 'decap-cms-app' {
  import type {ComponentType} from 'react';
  import type {Phrases} from './phrases.ts';

  /** A value of Immutable.js. */
  export interface Immutable {
    get(key: string): unknown;
    toJS(): unknown;
  }

  /** What Decap CMS gives to the control of a field. */
  export interface ControlProps {
    field: Immutable;
    value: unknown;
    /** The form as it is now. */
    getEntry(): Immutable;
    /** The kind of its pages. */
    collection: Immutable;
    onChange(value: unknown): void;
    forID: string;
    classNameWrapper: string;
    setActiveStyle(): void;
    setInactiveStyle(): void;
    /** The ids of the fields around it; empty for a field of the form itself. */
    parentIds?: readonly string[];
  }

  /** A file that a backend writes. */
  export interface DataFile {
    path: string;
    slug: string;
    raw: string;
    newPath?: string;
  }

  /** An entry in the editorial workflow, with the files that it changes. */
  export interface UnpublishedEntry {
    slug: string;
    collection: string;
    diffs: {id: string; path: string; newFile: boolean}[];
  }

  interface FoundEntry {
    data: string;
    file: {path: string; id: string | null};
  }

  /** The parts of a backend that the editor changes. */
  export interface Backend {
    getEntry(path: string): Promise<FoundEntry>;
    /** At most 20 from GitHub. */
    entriesByFolder(folder: string, extension: string, depth: number): Promise<FoundEntry[]>;
    allEntriesByFolder?(folder: string, extension: string, depth: number): Promise<FoundEntry[]>;
    unpublishedEntry(named: {id?: string; collection?: string; slug?: string}): Promise<UnpublishedEntry>;
    unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
    persistEntry(entry: {dataFiles: DataFile[]; assets: unknown[]}, options: object): Promise<unknown>;
  }

  interface Widget {
    control: ComponentType<ControlProps>;
  }

  export function init(options: {config: object}): void;
  export function getBackend(name: string): {init(...given: unknown[]): Backend};
  export function getWidget(name: string): Widget;
  export function registerWidget(name: string, control: ComponentType<ControlProps>): void;
  export function registerCustomFormat(
    name: string,
    extension: string,
    format: {fromFile(text: string): object; toFile(data: object): string},
  ): void;
  export function registerPreviewTemplate(collection: string, template: ComponentType<{entry: Immutable}>): void;
  export function getLocale(language: string): Phrases;
  export function registerLocale(language: string, phrases: Phrases): void;
  export function registerPreviewStyle(address: string): void;
}
