import '@generated/client-modules';
import renderRoutes from '@docusaurus/renderRoutes';
import parts from '@generated/feature-parts';
import themeComponents from '@generated/route-components';
import MDXComponents from '@theme/MDXComponents';
import Root from '@theme/Root';
import SiteMetadata from '@theme/SiteMetadata';
import ThemeProvider from '@theme/ThemeProvider';
import {RouteContextProvider} from '@toolkit/route-context';
import {Context as SiteContext} from '@toolkit/site-context';
import SiteMetadataDefaults from '@toolkit/site-metadata';
import {toJsxRuntime} from 'hast-util-to-jsx-runtime';
import {toString as plainText} from 'mdast-util-to-string';
import {type ComponentType, type ReactElement, useContext} from 'react';
import {Fragment, jsx, jsxs} from 'react/jsx-runtime';
import {renderToStaticMarkup} from 'react-dom/server';
import {type FilledContext, HelmetProvider} from 'react-helmet-async';
import {StaticRouter} from 'react-router-dom';
import {ChartDrawing} from '../../components/Chart/Chart.tsx';
import {Section} from '../../components/Section/Section.tsx';
import type {ContentModule, DrawingToRender, RenderedPage, RouteToRender, SiteValue} from './rendering.ts';

/** What is asked of an element of a head. */
interface HeadProps {
  name?: string;
  rel?: string;
  href?: string;
}

const components: Readonly<Record<string, ComponentType>> = {
  ...themeComponents,
  ...Object.fromEntries(
    Object.entries(parts).flatMap(([feature, {pages = {}}]) =>
      Object.entries(pages).map(([name, page]) => [`${feature}/${name}`, page as ComponentType]),
    ),
  ),
};

/**
 * Renders a page to static markup, from its outermost route to its own. Docusaurus compiles this file together with the
 * theme, and no content: what a page shows comes in as data, so an edit of a page compiles nothing.
 */
export function renderPage(pathname: string, chain: readonly RouteToRender[], site: SiteValue): RenderedPage {
  const context = {} as FilledContext;
  const body = renderToStaticMarkup(
    <HelmetProvider context={context}>
      <StaticRouter location={pathname} context={{}}>
        <SiteContext.Provider value={site}>
          <Root>
            <ThemeProvider>
              <SiteMetadataDefaults />
              <SiteMetadata />
              {renderRoutes(toRoutes(chain))}
            </ThemeProvider>
          </Root>
        </SiteContext.Provider>
      </StaticRouter>
    </HelmetProvider>,
  );
  const {title, meta, link, htmlAttributes, bodyAttributes} = context.helmet;
  const propertiesOf = (tags: typeof meta) =>
    (tags.toComponent() as unknown as ReactElement<HeadProps>[]).map(({props}) => props);
  const canonical = propertiesOf(link).find(({rel}) => rel === 'canonical')?.href;
  return {
    isListed:
      !propertiesOf(meta).some(({name}) => name === 'robots') &&
      decodeURI(canonical ?? '') === decodeURI(site.siteConfig.url + pathname),
    body,
    head: [title, meta, link].map(String).join(''),
    htmlAttributes: String(htmlAttributes),
    bodyAttributes: String(bodyAttributes),
  };
}

export function renderDrawing({site, ...drawing}: DrawingToRender): string {
  return renderToStaticMarkup(
    <SiteContext.Provider value={site}>
      <ChartDrawing {...drawing} />
    </SiteContext.Provider>,
  );
}

/** One route of each level, because the router compares an address with every route that it knows. */
function toRoutes([first, ...rest]: readonly RouteToRender[]): object[] {
  if (first === undefined) return [];
  const {component, context, props, contents, ...route} = first;
  const Component = components[component];
  if (!Component) throw new Error(`The theme has no component \`${component}\``);
  const given = {
    ...Object.fromEntries(
      Object.entries(contents).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map((item) => ({content: toContent(item.content)})) : toContent(value),
      ]),
    ),
    ...props,
  };
  const render = (own: object) => (
    <RouteContextProvider value={context}>
      <Component {...given} {...own} />
    </RouteContextProvider>
  );
  return [{...route, component: render, ...(rest.length > 0 && {routes: toRoutes(rest)})}];
}

/** A page in the form in which Docusaurus' theme takes it: a component with the data of the page. */
function toContent({body, ...data}: ContentModule): ComponentType {
  const Content = () =>
    toJsxRuntime(useContext(Section).edit(body().tree), {Fragment, jsx, jsxs, components: MDXComponents});
  return Object.assign(Content, {
    ...data,
    get contentTitle() {
      const [first] = body().tree.children;
      return first?.type === 'element' && first.tagName === 'h1' ? plainText(first) : undefined;
    },
    get toc() {
      return body().headings;
    },
    get assets() {
      return {cited: body().cited};
    },
  });
}
