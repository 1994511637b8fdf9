import {z} from 'zod';
import {yearSchema} from './day-schema.ts';

/** A web address of a source. */
export const webAddressSchema = z.url({
  protocol: /^https?$/,
  error: 'expected a full web address that begins `https://` or `http://`',
});

/** A publication that a page's words rest on. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1).describe('The name of the document, as its publisher gives it.'),
  publisher: z.string().min(1).describe('The organisation that published it.'),
  year: yearSchema.optional().describe('The year it was published; leave out if it is not known.'),
  url: webAddressSchema.describe('Where it can be read.'),
});

export type Source = z.infer<typeof sourceSchema>;
