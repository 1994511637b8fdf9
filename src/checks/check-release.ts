import type {Problem} from '../model/problem.ts';
import type {ToolkitConfig} from '../model/schemas/toolkit-schema.ts';

/** A reserved top-level domain (RFC 2606, section 2), used as a placeholder that the publisher replaces. */
const RESERVED_HOST_RE = /\.example$/;

const RESERVED_OWNER = 'example-org';

/** Whether a team or an account is a placeholder. */
export function isReservedTeam(team: string): boolean {
  return team.split('/')[0] === `@${RESERVED_OWNER}`;
}

/** Reports the placeholders in a configuration. A toolkit with placeholders cannot be published. */
export function checkRelease({url, email, repository, owners}: ToolkitConfig): Problem[] {
  const reserved = [
    {
      key: 'url',
      value: url,
      isReserved: RESERVED_HOST_RE.test(new URL(url).hostname),
      fix: 'Enter the address of your site.',
    },
    {
      key: 'email',
      value: email,
      isReserved: RESERVED_HOST_RE.test(email),
      fix: 'Enter the e-mail address that readers can write to.',
    },
    {
      key: 'repository',
      value: repository,
      isReserved: repository.startsWith(`${RESERVED_OWNER}/`),
      fix: 'Enter the GitHub repository of the toolkit, `owner/name`.',
    },
    ...owners.map(({id, team}) => ({
      key: 'team',
      value: team,
      isReserved: isReservedTeam(team),
      fix: `Enter the GitHub team or account of the role \`${id}\`, and run \`npm run generate\`.`,
    })),
  ].filter(({isReserved}) => isReserved);
  return reserved.map(({key, value, fix}) => ({
    path: 'toolkit.config.ts',
    severity: 'error',
    ruleId: 'no-reserved-value',
    problem: `\`${key}\` is the placeholder \`${value}\`, expected your own value`,
    fix,
  }));
}
