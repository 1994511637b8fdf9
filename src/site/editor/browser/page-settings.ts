import type {EditorSetup} from '../../../intake/editor/editor-setup.ts';

/** What the page of the editor holds for its script. */
export interface PageSettings extends Pick<EditorSetup, 'shapes'> {
  /** The configuration of Decap CMS: https://decapcms.org/docs/configuration-options/ */
  config: {collections: readonly {name: string; folder: string}[]};
  /** The style sheet of the site, for previews. */
  styles: string;
  /** Where `npm run edit` checks a page; on the hosted site the pull request is checked. */
  checks?: string;
}

/** The id of the element with the settings. */
export const SETTINGS_ID = 'editor-settings';
