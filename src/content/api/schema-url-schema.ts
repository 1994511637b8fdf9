import {z} from 'zod';

/** What each file names first. */
export const schemaUrlSchema = z.url().describe('The JSON Schema that this file keeps to.');
