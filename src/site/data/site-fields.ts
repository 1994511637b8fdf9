import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';

export interface SiteFields {
  toolkit: ToolkitConfig;
  /** The day of the build, `2026-11-24`. */
  today: string;
}

/** The custom fields, typed: Docusaurus knows them only as values of any type. */
export function siteFieldsOf({customFields = {}}: {customFields?: object}): SiteFields {
  if (!hasSiteFields(customFields))
    throw new Error('`customFields` lacks `toolkit` or `today`; use `createSiteConfig`');
  return customFields;
}

function hasSiteFields(fields: object): fields is SiteFields {
  return 'toolkit' in fields && 'today' in fields;
}
