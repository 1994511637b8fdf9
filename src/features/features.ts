import type {Feature} from '../site/feature-hooks.ts';
import {api} from './api/feature.ts';
import {contributions} from './contributions/feature.ts';
import {wholeDocument} from './document/feature.ts';
import {editor} from './editor/feature.ts';
import {feeds} from './feeds/feature.ts';
import {hosts} from './hosts/feature.ts';
import {importing} from './import/feature.ts';
import {outsideLinks} from './outside-links/feature.ts';
import {proof} from './proof/feature.ts';
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
  contributions,
  wholeDocument,
  api,
  editor,
  hosts,
  importing,
];
