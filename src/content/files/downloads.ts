import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';

/** The style sheet of the publisher, which pages load last. */
export const CUSTOM_CSS = 'static/custom.css';

/** The name is a part of the address, and of the settings for hosts. */
const DOWNLOAD_RE = /^static\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(\w+)$/;

/** The type of a download that the configuration allows, `docx`; `undefined` for any other file. */
export function downloadType({downloads}: Pick<ToolkitConfig, 'downloads'>, path: string): string | undefined {
  const [, ending = ''] = DOWNLOAD_RE.exec(path) ?? [];
  return downloads.find((type) => type === ending.toLowerCase());
}
