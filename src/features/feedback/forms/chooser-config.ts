import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';

/** What GitHub shows with the forms on the page for new issues. */
export interface ChooserConfig {
  blank_issues_enabled: boolean;
  contact_links: {name: string; url: string; about: string}[];
}

/** Links to the site for everything without a form: GitHub accepts only web addresses here. */
export function chooserConfig(toolkit: ToolkitConfig): ChooserConfig {
  return {
    blank_issues_enabled: false,
    contact_links: [
      {
        name: 'Write by email instead',
        url: absoluteUrl(toolkit, '/feedback/'),
        about: 'How to write without an account and not in public, and what happens next.',
      },
    ],
  };
}
