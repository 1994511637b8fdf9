import {z} from 'zod';

/** A calendar day that exists, `2026-11-24`; inclusive wherever it bounds a period. */
export const daySchema = z.iso.date({
  error: (issue) =>
    typeof issue.input === 'string'
      ? `holds \`${issue.input}\`, expected a day that exists, written \`2026-11-24\``
      : 'expected a day, written `2026-11-24`',
});

/** A year in figures; the lower bound catches slips such as `206`. */
export const yearSchema = z.int().min(1800).max(2200);

/** A year that may be known only about: `{year: 2012, approximate: true}`. */
export const roughYearSchema = z.strictObject({
  year: yearSchema.describe('The year, in four figures.'),
  approximate: z.boolean().optional().describe('`true` where the source gives the year only roughly.'),
});

export type RoughYear = z.infer<typeof roughYearSchema>;
