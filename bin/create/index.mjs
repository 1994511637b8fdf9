#!/usr/bin/env node
// `npm create good-practice-toolkit` runs the package with this name, which runs the engine of the same version.
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const engine = createRequire(import.meta.url).resolve('good-practice-toolkit/package.json');
await import(new URL('bin/create.mjs', pathToFileURL(engine)));
