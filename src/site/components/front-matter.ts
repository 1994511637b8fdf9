import {useDoc} from '@docusaurus/plugin-content-docs/client';
import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';
import type {Page} from '../../content/schemas/page-schema.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {useSiteFields} from './use-site.ts';

/** Front matter as authors wrote it: schemas checked it and changed nothing, so an interval is still `12 months`. */
export type PageFrontMatter = Omit<Page, 'review_every'> & {review_every: string};

export type CaseStudyFrontMatter = Omit<CaseStudy, 'review_every'> & PageFrontMatter;

/** The front matter of the page that is shown. Docusaurus knows it only as an object; the plugin has checked it. */
export function useFrontMatter(): PageFrontMatter | CaseStudyFrontMatter {
  const {frontMatter} = useDoc();
  const {defaults} = useSiteFields().toolkit;
  if (!isPageFrontMatter(frontMatter)) throw new Error('A page without a title reached the theme');
  return {...defaults, ...frontMatter};
}

/** Front matter that may lack everything: also pages that a publisher shows beside the toolkit use parts of its theme. */
export function useOwnFrontMatter(): Partial<PageFrontMatter | CaseStudyFrontMatter> {
  return useDoc().frontMatter;
}

function isPageFrontMatter(frontMatter: object): frontMatter is PageFrontMatter | CaseStudyFrontMatter {
  return 'title' in frontMatter;
}

/** Whether a page is a case study, which has facts of its own. */
export function isStudyFrontMatter(
  page: Partial<PageFrontMatter | CaseStudyFrontMatter>,
): page is CaseStudyFrontMatter {
  return 'evidence' in page;
}

/** The front matter of an update, which the plugin has checked. */
export function updateFrontMatter(frontMatter: object): Update {
  if (!isUpdate(frontMatter)) throw new Error('An update without changes reached the theme');
  return frontMatter;
}

function isUpdate(frontMatter: object): frontMatter is Update {
  return 'changes' in frontMatter && 'published' in frontMatter;
}
