import {z} from 'zod';

/** The ledger of problems that stood before a rule did. */
export const BASELINE_FILE = 'ledgers/baseline.json';

/** How many problems of each rule a file may have, by path and rule. */
export const baselineSchema = z.record(z.string(), z.record(z.string(), z.int().positive()));
