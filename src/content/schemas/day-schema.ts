import {z} from 'zod';

/** A valid calendar day, `2026-11-24`. As the start or end of a period, it is inclusive. */
export const daySchema = z.iso.date({
  error: (issue) =>
    typeof issue.input === 'string'
      ? `holds \`${issue.input}\`, expected a day that exists, written \`2026-11-24\``
      : 'expected a day, written `2026-11-24`',
});

/** A year in figures. The lower bound catches mistakes such as `206`. */
export const yearSchema = z.int().min(1800).max(2200);

/** A year that may be approximate: `{year: 2012, approximate: true}`. */
export const roughYearSchema = z.strictObject({
  year: yearSchema.describe('The year, in four figures.'),
  approximate: z.boolean().optional().describe('`true` if the source gives only an approximate year.'),
});

export type RoughYear = z.infer<typeof roughYearSchema>;
