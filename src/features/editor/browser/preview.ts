import {toHtml} from 'hast-util-to-html';
import {builtInDirectives} from '../../../content/extensions/built-in-directives.ts';
import {parsePage} from '../../../content/markdown/parsed-page.ts';
import {draftBody, finishBody} from '../../../site/render/page-body.ts';
import {type Entry, textOf} from '../forms/page-format.ts';

/** Links and pictures stay as they are written: the preview has no pages around it. */
const AS_WRITTEN = {link: (url: string) => url, image: (src: string) => ({src})};

/** Shows the page of a form with the styles of the site. Charts and blocks of the toolkit show only on the site. */
export function Preview({entry, window: frame}: PreviewProps): unknown {
  frame.frameElement?.setAttribute('title', 'Preview of the page');
  const data = entry.get('data').toJS();
  const title = typeof data.title === 'string' && data.title ? data.title : 'Your title appears here';
  // The same sanitiser as on the site made it.
  const prose = h('div', {className: 'prose', dangerouslySetInnerHTML: {__html: bodyOf(data)}});
  const head = h('header', {className: 'page-head'}, h('h1', null, title));
  const article = h('article', {className: 'page'}, head, h('div', null, prose));
  return h('main', {style: {padding: '1.5rem'}}, article);
}

function bodyOf(data: Entry): string {
  const text = textOf(data);
  const document = {path: 'page.md', text, frontMatter: {}, placeOf: () => undefined, body: text, bodyOffset: 0};
  const draft = draftBody(parsePage('page', document), {directives: builtInDirectives({language: 'en'})});
  return toHtml(finishBody(draft, document, AS_WRITTEN).tree);
}

/** What Decap CMS gives to a preview. */
export interface PreviewProps {
  entry: {get(key: 'data'): {toJS(): Entry}};
  window: Window;
}

declare global {
  /** What the editor uses of the public API of Decap CMS: https://decapcms.org/docs/customization/ */
  const CMS: {
    init(): void;
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
