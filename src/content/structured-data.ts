/** One step of the way to a page, with its full address; the last step may go without. */
export interface TrailStep {
  name: string;
  url?: string | undefined;
}

/** What search engines are told of a page of words. */
export interface ArticleFacts {
  title: string;
  description: string;
  url: string;
  /** A day, `2026-11-24`; left out where it is not known: no date is better than a wrong one. */
  datePublished?: string | undefined;
  dateModified?: string | undefined;
  /** The day on which it was withdrawn; left out where it holds. */
  withdrawnOn?: string | undefined;
  /** The name of the toolkit it is a page of. */
  partOf: string;
  /** A BCP 47 tag. */
  language: string;
}

/** An object of schema.org. */
export type StructuredDatum = Readonly<Record<string, unknown>>;

/** The way to a page: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb. */
export function breadcrumbList(trail: readonly TrailStep[]): StructuredDatum {
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

/** A page of words: https://schema.org/Article. */
export function article(facts: ArticleFacts): StructuredDatum {
  const {title, description, url, datePublished, dateModified, withdrawnOn, partOf, language} = facts;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description,
    url,
    inLanguage: language,
    isPartOf: {'@type': 'WebSite', name: partOf},
    ...(datePublished && {datePublished}),
    ...(dateModified && {dateModified}),
    // https://schema.org/creativeWorkStatus and https://schema.org/expires: it is kept, and no longer of use.
    ...(withdrawnOn && {creativeWorkStatus: 'Obsolete', expires: withdrawnOn}),
  };
}

/** JSON that can stand in a `<script>`: no text in it can end the element or open a comment. */
export function serializeStructuredData(data: StructuredDatum): string {
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
