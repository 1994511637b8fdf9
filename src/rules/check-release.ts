import {isPlaceholder, PLACEHOLDER_OWNER} from '../content/addresses/addresses.ts';
import type {Fault, Problem} from '../content/problem.ts';
import {CONFIG_FILE, type ToolkitConfig} from '../content/schemas/toolkit-schema.ts';

const GITHUB_PAGES = '.github.io';

export function isReservedTeam(team: string): boolean {
  return team.split('/')[0] === `@${PLACEHOLDER_OWNER}`;
}

/** Reports the placeholders in a configuration, and a path that it cannot have. A toolkit with either cannot be published. */
export function checkRelease(config: ToolkitConfig): Problem[] {
  const {url, email, repository, owners, host} = config;
  const reserved = [
    {
      key: 'url',
      value: url,
      isReserved: isPlaceholder(url),
      fix: 'Enter the address of your site.',
    },
    {
      key: 'email',
      value: email,
      isReserved: isPlaceholder(email),
      fix: 'Enter the email address that readers can write to.',
    },
    {
      key: 'repository',
      value: repository,
      isReserved: host !== 'none' && repository.startsWith(`${PLACEHOLDER_OWNER}/`),
      fix: 'Enter the repository of the toolkit, `owner/name`.',
    },
    ...owners.map(({id, team}) => ({
      key: 'team',
      value: team,
      // Only GitHub asks a team to review changes.
      isReserved: host === 'github' && isReservedTeam(team),
      fix: `Enter the GitHub team or account of the role \`${id}\`, and run \`npm run generate\`.`,
    })),
  ].filter(({isReserved}) => isReserved);
  const faults = reserved.map(({key, value, fix}): Fault => {
    return {problem: `\`${key}\` is the placeholder \`${value}\`, expected your own value`, fix};
  });
  const unlicensed = {
    problem: '`licence` is missing, expected the terms on which readers may use the text',
    fix: "Write `licence: {name: '...', url: 'https://...', attribution: '...'}`, as the rights holder allows.",
  };
  return [...faults, ...(config.licence ? [] : [unlicensed]), ...checkPath(config)].map((fault) => ({
    path: CONFIG_FILE,
    severity: 'error',
    ruleId: 'no-reserved-value',
    ...fault,
  }));
}

/** GitHub Pages serves a repository below its name, or at `/` if it is named like the address. */
function checkPath({url, baseUrl, repository}: ToolkitConfig): Fault[] {
  const [owner = '', name = ''] = repository.toLowerCase().split('/');
  const host = `${owner}${GITHUB_PAGES}`;
  const expected = name === host ? '/' : `/${repository.split('/')[1]}/`;
  if (new URL(url).hostname !== host || baseUrl.toLowerCase() === expected.toLowerCase()) return [];
  return [
    {
      problem: `\`baseUrl\` is \`${baseUrl}\`, expected \`${expected}\`, where GitHub Pages serves \`${repository}\``,
      fix: `Write \`baseUrl: '${expected}'\`, or correct \`repository\` or \`url\`.`,
    },
  ];
}

/**
 * Reports packages that only this computer has.
 *
 * @param manifest The text of `package.json`; a toolkit that is tried without one has nothing to report.
 */
export function checkPackages(manifest: string | undefined): Problem[] {
  if (manifest === undefined) return [];
  const {dependencies = {}} = JSON.parse(manifest) as {dependencies?: Record<string, string>};
  return Object.entries(dependencies)
    .filter(([, source]) => /^file:(?:\/|[a-z]:|\.\.(?:[\\/]|$))/i.test(source))
    .map(([name, source]) => ({
      path: 'package.json',
      severity: 'error',
      ruleId: 'no-reserved-value',
      problem: `\`${name}\` comes from \`${source}\`, which is outside the repository, expected a version or a file in it`,
      fix: `Copy the file into this folder, run \`npm install ./${source.split(/[\\/:]/).at(-1)}\`, and commit it.`,
    }));
}
