import {z} from 'zod';
import {sourceSchema, webAddressSchema} from './source-schema.ts';

const pointSchema = z.strictObject({
  period: z
    .string()
    .min(4)
    .max(24)
    .describe('A year, `2014`, or a financial year, `2014/15`. For a bar, it can also be a few words.'),
  value: z
    .number()
    .describe('The figure from the source, in the unit of the chart. Below zero only in a chart of bars.'),
  source: webAddressSchema.describe('The address of the source that gives the figure.'),
});

const seriesSchema = z.strictObject({
  label: z.string().min(3).max(48).describe('What the points count, or the survey they are from.'),
  points: z.array(pointSchema).min(1).describe('The figures counted by one method, oldest first.'),
});

/** The data of a chart, `docs/reference/data/<id>.json`. A page shows it with `::chart{id="<id>"}`. */
export const chartSchema = z
  .strictObject({
    kind: z
      .enum(['bar', 'line'])
      .describe('`line` for three or more years counted by one method. `bar` for fewer years, or for anything else.'),
    title: z.string().min(3).max(80).describe('What the chart counts.'),
    finding: z.string().min(20).max(220).describe('What the figures show, in one or two sentences.'),
    area: z.string().min(2).describe('The area that the figures cover, such as `England`.'),
    unit: z
      .strictObject({
        name: z.string().min(1).describe('The name of the unit, such as `million visits`.'),
        before: z.string().max(3).optional().describe('Text before each figure, such as a currency symbol.'),
        after: z.string().max(3).optional().describe('Text after each figure, such as `%`.'),
      })
      .describe('The unit of the figures.'),
    note: z
      .string()
      .min(20)
      .max(400)
      .describe('How the figures were collected, and what readers should be careful about.'),
    series: z.array(seriesSchema).min(1).max(4).describe('The figures. Use a separate series for each method.'),
    sources: z.array(sourceSchema).min(1).describe('The publications that give the figures.'),
  })
  .refine(({kind, series}) => kind === 'bar' || series.every(({points}) => points.every(({value}) => value >= 0)), {
    path: ['series'],
    error: 'holds a figure below zero, expected none in a `line`: draw it as `bar`',
  });

export type Chart = z.infer<typeof chartSchema>;
