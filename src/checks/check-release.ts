import type {Problem} from '../model/problem.ts';
import type {ToolkitConfig} from '../model/schemas/toolkit-schema.ts';

/** Top-level name that no site can have (RFC 2606, section 2): it marks what only a publisher can decide. */
const RESERVED_HOST_RE = /\.example$/;

const RESERVED_OWNER = 'example-org';

/** Whether a team stands for one that the publisher has still to name. */
export function isReservedTeam(team: string): boolean {
  return team.startsWith(`@${RESERVED_OWNER}/`);
}

/** The values of a configuration that stand until a publisher decides; nothing is published while one does. */
export function checkRelease({url, email, repository, owners}: ToolkitConfig): Problem[] {
  const reserved = [
    {
      key: 'url',
      value: url,
      isReserved: RESERVED_HOST_RE.test(new URL(url).hostname),
      fix: 'Write the address where the site will stand.',
    },
    {
      key: 'email',
      value: email,
      isReserved: RESERVED_HOST_RE.test(email),
      fix: 'Write the address that readers can write to.',
    },
    {
      key: 'repository',
      value: repository,
      isReserved: repository.startsWith(`${RESERVED_OWNER}/`),
      fix: 'Write the GitHub repository that holds the toolkit, `owner/name`.',
    },
    ...owners.map(({id, team}) => ({
      key: 'team',
      value: team,
      isReserved: isReservedTeam(team),
      fix: `Write the GitHub team of the role \`${id}\`, and run \`npm run generate\`.`,
    })),
  ].filter(({isReserved}) => isReserved);
  return reserved.map(({key, value, fix}) => ({
    path: 'toolkit.config.ts',
    severity: 'error',
    ruleId: 'no-reserved-value',
    problem: `\`${key}\` holds \`${value}\`, expected the publisher's own`,
    fix,
  }));
}
