import {z} from 'zod';
import {sourceSchema, webAddressSchema} from './source-schema.ts';

const pointSchema = z.strictObject({
  period: z
    .string()
    .min(4)
    .max(24)
    .describe('A year, `2014`, or a financial year, `2014/15`; beside a bar, also a few words.'),
  value: z.number().min(0).describe('The figure as its source gives it, in the unit of the chart.'),
  source: webAddressSchema.describe('Where the figure stands: the address of one of the sources.'),
});

const seriesSchema = z.strictObject({
  label: z.string().min(3).max(48).describe('What the points of it count, or the survey that they are from.'),
  points: z.array(pointSchema).min(1).describe('The figures of one method, oldest first.'),
});

/** A chart's data, `docs/reference/data/<id>.json`: a page shows it with `::chart{id="<id>"}`. */
export const chartSchema = z.strictObject({
  kind: z
    .enum(['bar', 'line'])
    .describe('`line` for three years or more of one method; `bar` for fewer, and for what is no course of time.'),
  title: z.string().min(3).max(80).describe('What is counted.'),
  finding: z.string().min(20).max(220).describe('What the figures show, in one or two sentences.'),
  area: z.string().min(2).describe('The area that the figures are for, `England`.'),
  unit: z
    .strictObject({
      name: z.string().min(1).describe('What one of it is, in words: `million visits`.'),
      before: z.string().max(3).optional().describe('What stands before each figure, such as a sign of money.'),
      after: z.string().max(3).optional().describe('What stands after each figure, such as `%`.'),
    })
    .describe('What the figures count in.'),
  note: z.string().min(20).max(400).describe('How the figures were made, and what to take care of.'),
  series: z
    .array(seriesSchema)
    .min(1)
    .max(4)
    .describe('The figures; what was counted in another way is a series apart.'),
  sources: z.array(sourceSchema).min(1).describe('The publications that the figures are from.'),
});

export type Chart = z.infer<typeof chartSchema>;
