import type {Run} from '../../io/cli/command-types.ts';
import {renderText} from '../../rules/report/render-text.ts';
import type {LINKS} from './feature.ts';
import {checkOutside} from './requests/check-outside.ts';

/** `toolkit links`: checks links to other sites and records the results. A build checks those inside the site. */
export const run: Run<typeof LINKS> = async ({since}, io) => {
  const {problems, closing} = await checkOutside(io, since);
  if (problems.length > 0) io.stdout.write(`${renderText(problems)}\n`);
  io.stderr.write(`${closing.join('\n')}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
};
