import {z} from 'zod';
import type {SiteAddress} from '../links/addresses.ts';
import {absoluteUrl} from '../links/addresses.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {ApiKind} from './api-addresses.ts';
import {apiSchemaAddress} from './api-addresses.ts';
import {caseStudiesSchema} from './case-study-schemas.ts';
import {changesIndexSchema, changesSchema} from './change-schemas.ts';
import {contentItemSchema} from './content-item-schema.ts';
import {indexSchema} from './list-schemas.ts';

/** What each kind of file for programs holds. */
const API_SCHEMAS: Readonly<Record<ApiKind, (toolkit: ToolkitConfig) => z.ZodType>> = {
  index: () => indexSchema,
  'content-item': contentItemSchema,
  changes: () => changesSchema,
  'changes-index': () => changesIndexSchema,
  'case-studies': caseStudiesSchema,
};

/**
 * The schema of a kind of file as JSON Schema 2020-12. It leaves room for keys that later states add, or whoever keeps
 * a copy of it would refuse them; `isClosed` makes one without, for tests.
 */
export function toApiSchema(kind: ApiKind, site: SiteAddress, toolkit: ToolkitConfig, isClosed = false): object {
  const {$schema, ...rules} = z.toJSONSchema(API_SCHEMAS[kind](toolkit), {
    io: isClosed ? 'output' : 'input',
    reused: 'ref',
  });
  return {$schema, $id: absoluteUrl(site, apiSchemaAddress(kind)), title: kind, ...rules};
}
