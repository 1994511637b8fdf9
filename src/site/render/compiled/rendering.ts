import type {DocusaurusConfig} from '@docusaurus/types';
import type {Chart} from '../../../content/schemas/chart-schema.ts';
import type {PageBody} from '../page-body.ts';

/** A page's text, its front matter and what Docusaurus knows about it. */
export interface ContentModule {
  metadata: object;
  frontMatter: object;
  body: () => PageBody;
}

/** A route with everything that its component is given. */
export interface RouteToRender {
  path: string;
  exact?: boolean;
  /** How the theme names the component, `@theme/DocItem`. */
  component: string;
  context: object | undefined;
  props: Record<string, unknown>;
  /** Pages and lists of pages among the properties of the component. */
  contents: Record<string, ContentModule | {content: ContentModule}[]>;
}

/** What `useDocusaurusContext` returns. */
export interface SiteValue {
  siteConfig: DocusaurusConfig;
  siteMetadata: object;
  globalData: object;
  i18n: object;
  codeTranslations: object;
}

export interface RenderedPage {
  /** Title, metadata and links. */
  head: string;
  body: string;
  /** Whether search engines should list it: it is of use there, and has no other canonical address. */
  isListed: boolean;
  htmlAttributes: string;
  bodyAttributes: string;
}

/** A chart to draw; `name` is the prefix of ids in the drawing. */
export interface DrawingToRender {
  chart: Chart;
  name: string;
  site: SiteValue;
}

/** The bundle of `entry.tsx`. */
export interface RenderBundle {
  renderDrawing(drawing: DrawingToRender): string;
  renderPage(pathname: string, chain: readonly RouteToRender[], site: SiteValue): RenderedPage;
}
