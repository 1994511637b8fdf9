import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';

/** What the theme reads of the configuration, through `siteConfig.customFields`. */
export interface SiteFields {
  toolkit: ToolkitConfig;
  /** The day of the build, `2026-11-24`. */
  today: string;
}
