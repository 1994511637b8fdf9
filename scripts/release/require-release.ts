import {readFileSync} from 'node:fs';
import path from 'node:path';

interface PackageFile {
  version: string;
  repository: {url: string};
  dependencies: Readonly<Record<string, string>>;
}

export interface Release {
  env: NodeJS.ProcessEnv;
  engine: PackageFile;
  /** The package that `npm create` runs. */
  create: PackageFile;
  changelog: string;
}

/** What prevents a release; empty where nothing does. */
export function releaseProblems({env, engine, create, changelog}: Release): string[] {
  const {GITHUB_ACTIONS, GITHUB_REF_TYPE, GITHUB_REF_NAME, GITHUB_REPOSITORY} = env;
  const {version} = engine;
  if (GITHUB_ACTIONS !== 'true' || GITHUB_REF_TYPE !== 'tag') {
    return ['this is not the workflow `release.yml`. Push a tag: only that workflow publishes, with a record of how'];
  }
  const url = `git+https://github.com/${GITHUB_REPOSITORY}.git`;
  const wrong = [
    GITHUB_REF_NAME !== `v${version}` && `the tag is \`${GITHUB_REF_NAME}\`, expected \`v${version}\``,
    !changelog.includes(`\n## ${version} - `) && `CHANGELOG.md has no section \`## ${version} - <day>\``,
    create.version !== version && `bin/create/package.json has version \`${create.version}\`, expected \`${version}\``,
    create.dependencies['good-practice-toolkit'] !== version &&
      `bin/create/package.json needs another engine than ${version}`,
    ...[engine, create].map(
      ({repository}) => repository.url !== url && `\`repository\` is \`${repository.url}\`, expected \`${url}\``,
    ),
  ];
  return wrong.filter((problem) => problem !== false);
}

// npm runs this before each `npm publish`, so that nobody publishes from their own computer by accident.
if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const problems = releaseProblems({
    env: process.env,
    engine: JSON.parse(read('package.json')) as PackageFile,
    create: JSON.parse(read('bin/create/package.json')) as PackageFile,
    changelog: read('CHANGELOG.md'),
  });
  for (const problem of problems) process.stderr.write(`Not released: ${problem}.\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
