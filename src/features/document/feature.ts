import path from 'node:path';
import {DOCUMENT, documentPages} from '../../content/pages/document-parts.ts';
import {textOf} from '../../language/text.ts';
import type {SiteContent} from '../../site/data/site-data.ts';
import type {Feature, ModelPage} from '../../site/feature-hooks.ts';

/** The whole toolkit as one document to print or save as a PDF. */
export const wholeDocument: Feature = {
  name: 'document',
  pages: (config) => {
    const {names, generated} = textOf(config);
    return [{address: DOCUMENT, title: names.document, about: generated.document}];
  },
  routes,
  parts: path.join(import.meta.dirname, 'parts'),
  scripts: () => [{file: path.join(import.meta.dirname, 'client/start'), marks: ['print-document']}],
};

/** The contents of the whole toolkit as a document, and its parts. */
function routes({toolkit}: SiteContent): ModelPage[] {
  const {contents, pages} = documentPages(toolkit);
  return [
    {address: DOCUMENT, component: 'DocumentPage', props: {contents, position: {page: 1, pages: pages.length + 1}}},
    ...pages.map((page): ModelPage => {
      const shows = page.sections.map(({file}) => file);
      return {address: page.address, component: 'DocumentPartPage', props: {page}, shows};
    }),
  ];
}
