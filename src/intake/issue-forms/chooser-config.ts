import {absoluteUrl} from '../../model/routes/addresses.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';

/** What GitHub shows beside the forms when somebody opens a new issue. */
export interface ChooserConfig {
  blank_issues_enabled: boolean;
  contact_links: {name: string; url: string; about: string}[];
}

/** Sends those who have no form, or want none, to the site: GitHub takes web addresses here, no e-mail. */
export function chooserConfig(toolkit: ToolkitConfig): ChooserConfig {
  return {
    blank_issues_enabled: false,
    contact_links: [
      {
        name: 'Write by e-mail instead',
        url: absoluteUrl(toolkit, '/feedback/'),
        about: 'How to write without an account and not in public, and what happens next.',
      },
    ],
  };
}
