import {z} from 'zod';
import type {ToolkitOptions} from '../content/schemas/toolkit-schema.ts';
import {listWords, nearest} from '../format/nearest.ts';
import type {Feature} from '../site/feature-hooks.ts';
import {api} from './api/feature.ts';
import {wholeDocument} from './document/feature.ts';
import {editor} from './editor/feature.ts';
import {feedback} from './feedback/feature.ts';
import {feeds} from './feeds/feature.ts';
import {hosts} from './hosts/feature.ts';
import {importing} from './import/feature.ts';
import {outsideLinks} from './outside-links/feature.ts';
import {proof} from './proof/feature.ts';
import {proposals} from './proposals/feature.ts';
import {ratings} from './ratings/feature.ts';
import {redaction} from './redaction/feature.ts';
import {search} from './search/feature.ts';

/** Every feature of the engine, in the order in which their hooks are called. */
export const FEATURES: readonly Feature[] = [
  redaction,
  outsideLinks,
  search,
  ratings,
  proof,
  feeds,
  feedback,
  proposals,
  wholeDocument,
  api,
  editor,
  hosts,
  importing,
];

/**
 * The features that a toolkit does not switch off.
 *
 * @throws {z.ZodError} for a name that no feature has, and for a feature that another one needs.
 */
export function chosenFeatures(options: ToolkitOptions['features'] = {}): Feature[] {
  if (options === false) return [];
  if (Array.isArray(options)) return FEATURES.filter(({name}) => options.some((chosen) => chosen.name === name));
  const settings = options as Readonly<Record<string, boolean>>;
  const names = FEATURES.map(({name}) => name);
  const report = (name: string, message: string) => {
    throw new z.ZodError([{code: 'custom', path: ['features', name], message, input: settings[name]}]);
  };
  for (const name of Object.keys(settings)) {
    const near = nearest(name, names);
    if (!names.includes(name)) report(name, `is no feature, expected ${near ? `\`${near}\`` : listWords(names)}`);
  }
  const chosen = FEATURES.filter(({name}) => settings[name] !== false);
  for (const {name, needs = []} of chosen) {
    const missing = needs.find((need) => settings[need] === false);
    if (missing !== undefined) report(missing, `is off, expected it on, because \`${name}\` needs it`);
  }
  return chosen;
}
