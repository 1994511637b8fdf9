import path from 'node:path';
import {toString as textOf} from 'mdast-util-to-string';
import {setKey, textOfKey} from '../../changes/publish/configuration-text.ts';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {fileNameOf} from '../../content/pages/file-name.ts';
import {type ToolkitConfig, toolkitSchema} from '../../content/schemas/toolkit-schema.ts';
import type {Loss} from './losses.ts';
import type {OldSite} from './read-site.ts';
import {sameAddress} from './site-kinds.ts';

/** The text of a configuration with what the old site says of itself, by key, and what it does not say as we need it. */
export function newSettings({settings, settingsFile}: OldSite, text: string, {title}: ToolkitConfig, cwd: string) {
  const taken: Record<string, string> = {};
  const losses: Loss[] = [];
  let changed = text;
  // A title or a place of pages that somebody chose stays.
  const isProposed = fileNameOf(title) === fileNameOf(path.basename(cwd));
  const values = {
    ...settings.own,
    ...(!isProposed && {title: undefined}),
    pages_at: textOfKey(text, 'pages_at') === undefined ? sameAddress(settings.route) : undefined,
  };
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const plain = value && textOf(parseMarkdown(value), {includeHtml: false}).replace(/\s+/g, ' ').trim();
    const isRight = plain && toolkitSchema.shape[key as keyof typeof values].safeParse(plain).success;
    const written = isRight ? setKey(changed, key, plain) : undefined;
    if (plain && written !== undefined) {
      changed = written;
      taken[key] = plain;
    } else losses.push({name: 'setting', file: settingsFile, found: `${key}${value === null ? '' : `: ${value}`}`});
  }
  return {text: changed, taken, losses};
}
