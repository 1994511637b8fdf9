import type {Article, BreadcrumbList, WebSite, WithContext} from 'schema-dts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';

/** An object of schema.org, with the properties and values that it knows. */
export type StructuredDatum = WithContext<Article | BreadcrumbList | WebSite>;

/**
 * The way to a page, each step with its full address:
 * https://developers.google.com/search/docs/appearance/structured-data/breadcrumb.
 */
export function breadcrumbList(trail: readonly {name: string; url?: string | undefined}[]): StructuredDatum {
  // Steps without a page have no place in the list; only the last may be the page itself.
  const steps = trail.filter(({url}, index) => url !== undefined || index === trail.length - 1);
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({name, url}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(url !== undefined && {item: url}),
    })),
  };
}

/** Who is responsible for a page or the site, and its licence. The editors have no names in public. */
export function publishedBy({
  title,
  url,
  baseUrl,
  email,
  publisher,
  licence,
}: Pick<ToolkitConfig, 'title' | 'url' | 'baseUrl' | 'email' | 'publisher' | 'licence'>) {
  const editors = {'@type': 'Organization' as const, name: title, url: url + baseUrl};
  return {
    ...(publisher && {author: editors, publisher: {...editors, email, description: publisher}}),
    ...(licence && {license: licence.url}),
  };
}

/** JSON that is safe in a `<script>`: no text in it can end the element or open a comment. */
export function serializeStructuredData(data: StructuredDatum): string {
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
