import {z} from 'zod';

/** The file of known problems that are older than their rule. */
export const BASELINE_FILE = 'ledgers/baseline.json';

/** The number of problems of each rule that a file may have, by path and rule. */
export const baselineSchema = z.record(z.string(), z.record(z.string(), z.int().positive()));
