import type {Entry} from '../forms/page-format.ts';

/** What Decap CMS gives to a preview. */
export interface PreviewProps {
  entry: {get(key: 'data'): {toJS(): Entry}};
  window: Window;
}

declare global {
  /** What the editor uses of the public API of Decap CMS: https://decapcms.org/docs/customization/ */
  const CMS: {
    registerCustomFormat(
      name: string,
      extension: string,
      format: {fromFile(text: string): Entry; toFile(entry: Entry, order?: readonly string[]): string},
    ): void;
    registerPreviewTemplate(collection: string, template: (props: PreviewProps) => unknown): void;
    registerPreviewStyle(address: string): void;
    registerEventListener(listener: {name: 'postSave'; handler(): Promise<void>}): void;
    getLocale(language: string): object;
    registerLocale(language: string, phrases: object): void;
  };
  /** Creates an element with the React that Decap CMS has. */
  const h: (name: string, props: object | null, ...children: unknown[]) => unknown;
}
