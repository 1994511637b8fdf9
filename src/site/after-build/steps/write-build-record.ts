import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {sourcesHash} from '../../../io/fingerprint.ts';
import type {BuiltSite} from '../built-site.ts';

interface PackageFile {
  name?: string;
  version?: string;
  dependencies?: Readonly<Record<string, string>>;
}

/** The packages that determine the built files. */
const MAKERS = ['@docusaurus/core', 'pagefind', 'react'];

/** Records what was built and with what; no times, paths or commits, so that the same toolkit gives the same bytes. */
export async function writeBuildRecord({output, siteDir, today, toolkit}: BuiltSite): Promise<void> {
  const {name = '', version = '', dependencies = {}} = await readPackage(siteDir);
  const record = {
    caseStudies: toolkit.caseStudies.length,
    generator: {name, packages: Object.fromEntries(MAKERS.map((maker) => [maker, dependencies[maker] ?? ''])), version},
    node: Number.parseInt(process.versions.node, 10),
    pages: toolkit.pages.length,
    sources: sourcesHash(toolkit),
    title: toolkit.config.title,
    today,
  };
  output.write([['build.json', `${JSON.stringify(record, undefined, 2)}\n`]]);
}

async function readPackage(siteDir: string): Promise<PackageFile> {
  return JSON.parse(await readFile(path.join(siteDir, 'package.json'), 'utf8')) as PackageFile;
}
