import {z} from 'zod';
import {daySchema} from '../schemas/day-schema.ts';
import {toolkitSchema} from '../schemas/toolkit-schema.ts';
import {DAY_NOTE, pageLinkSchema, schemaUrlSchema} from './page-link-schema.ts';

const {title, description, language, licence} = toolkitSchema.shape;

const fileSchema = z.object({
  title: z.string().describe('What is in it.'),
  media_type: z.string().describe('Its form.'),
  url: z.url().describe('Its full address.'),
});

/** `/api/index.json` */
export const indexSchema = z
  .object({
    $schema: schemaUrlSchema,
    title: title.describe('The name of the toolkit.'),
    description: description.describe('What readers find in it.'),
    locale: language.unwrap().describe('The language of the words, as a BCP 47 tag.'),
    licence: licence.describe('The licence of words and data, and the attribution it asks for.'),
    web_url: z.url().describe('The home page.'),
    documentation_url: z.url().describe('What there is for programs, in words.'),
    files: z.array(fileSchema).describe('The other files for programs.'),
    pages: z
      .array(
        pageLinkSchema
          .required({title: true, document_type: true, base_path: true, api_path: true, web_url: true, api_url: true})
          .extend({
            description: z.string().describe('What the page tells the reader.'),
            markdown_url: z.url().describe('The page as Markdown.'),
            first_published_at: daySchema.nullable().describe(`When it was published. ${DAY_NOTE}`),
            public_updated_at: daySchema.nullable().describe(`When readers were last told of a change. ${DAY_NOTE}`),
          }),
      )
      .describe('Every live page, sorted by id.'),
  })
  .describe('Everything that a toolkit offers to programs.');

export type ApiIndex = z.infer<typeof indexSchema>;
