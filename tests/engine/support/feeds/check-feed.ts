import {parseAtomFeed} from 'feedsmith';
import {z} from 'zod';
import {readXml} from './read-xml.ts';

const instant = z.iso.datetime({offset: true});
const address = z.url({protocol: /^https?$/});
const unique = (entries: readonly {id: string}[]) => new Set(entries.map(({id}) => id)).size === entries.length;

/** What readers of feeds need of Atom (RFC 4287), as feedsmith reads it: it leaves out what it cannot read. */
const atom = z.object({
  id: address,
  title: z.object({value: z.string().min(1)}),
  updated: instant,
  authors: z.array(z.object({name: z.string().min(1)})).min(1),
  links: z
    .array(z.object({href: address, rel: z.string()}))
    .refine((links) => links.filter(({rel}) => rel === 'self').length === 1, {error: 'expected one link to itself'}),
  entries: z
    .array(
      z.object({
        id: address,
        title: z.object({value: z.string().min(1)}),
        published: instant.optional(),
        updated: instant,
        links: z.array(z.object({href: address})).min(1),
        content: z.object({type: z.literal('html'), value: z.string().min(1)}),
      }),
    )
    .refine(unique, {error: 'expected an id of its own for each entry'})
    .optional(),
});

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, of which no key is unknown. */
const json = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  description: z.string(),
  authors: z.array(z.strictObject({name: z.string().min(1), url: address})),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  items: z
    .array(
      z.strictObject({
        id: address,
        url: address,
        title: z.string().min(1),
        content_html: z.string().min(1),
        date_published: instant.optional(),
        date_modified: instant,
      }),
    )
    .refine(unique, {error: 'expected an id of its own for each item'}),
});

/** What is wrong with a feed, by the ending of its name: `.atom` or `.json`; empty if nothing is. */
export function judgeFeed(file: string, text: string): string[] {
  try {
    // feedsmith also reads what is not well-formed.
    if (!file.endsWith('.json')) readXml(text);
    const {error} = file.endsWith('.json') ? json.safeParse(JSON.parse(text)) : atom.safeParse(parseAtomFeed(text));
    return error ? error.issues.map(({path, message}) => `${path.join('.')}: ${message}`) : [];
  } catch (error) {
    return [(error as Error).message];
  }
}
