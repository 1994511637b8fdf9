import {z} from 'zod';
import {yearSchema} from './day-schema.ts';

export const webAddressSchema = z.url({
  protocol: /^https?$/,
  error: 'expected a full web address that begins `https://` or `http://`',
});

export const sourceSchema = z.strictObject({
  title: z.string().min(1).describe('The title of the document, as published.'),
  publisher: z.string().min(1).describe('The organisation that published it.'),
  year: yearSchema.optional().describe('The year it was published. Leave out if you do not know it.'),
  url: webAddressSchema.describe('The web address of the document.'),
});

export type Source = z.infer<typeof sourceSchema>;
