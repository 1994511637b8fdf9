import {createRequire} from 'node:module';
import type {Config} from '@docusaurus/types';

// Docusaurus loads this file with a transpiler whose reading of ES modules differs from Node's (zod comes
// out empty). Node's own loader takes the rest, and jiti never sees it.
const load = createRequire(__filename);
const {createSiteConfig} = load('./src/site.ts') as typeof import('./src/site.ts');

const config: Config = createSiteConfig(__dirname);

export default config;
