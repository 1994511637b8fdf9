import {chainOrder} from '../../../changes/updates/chain.ts';
import {renderPlace} from '../../../content/problem.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {count} from '../../../format/text.ts';
import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {noBrokenChain} from '../../../rules/publishing/no-broken-chain.ts';
import {noChangedRecord} from '../../../rules/publishing/no-changed-record.ts';
import {requireNote} from '../../../rules/publishing/require-note.ts';
import type {Rule} from '../../../rules/rule.ts';
import {checkModel, TOOLKIT_RULES} from '../../../rules/rule-set.ts';
import type {VERIFY} from '../feature.ts';
import {type Chain, verifySite} from './verify-site.ts';

/** `toolkit verify`: whether every published text is as it was published and named by a note, here or on a site. */
export const run: Run<typeof VERIFY> = async ({head}, {cwd, today, stdout, stderr}, [address, ...more]) => {
  if (more.length > 0) throw new ExitError(`${more.length + 1} addresses given, expected one`, 'Name one site.');
  if (address !== undefined && !/^https?:\/\//.test(address)) {
    throw new ExitError(`\`${address}\` is no address of a site, expected one with \`https://\``, 'Write all of it.');
  }
  const chain =
    address === undefined ? verifyFolder(await loadToolkit(cwd), today) : await verifySite(address, {stderr});
  const known = head === undefined || chain.heads.some((own) => own.startsWith(head.toLowerCase()));
  const newest = chain.heads.at(-1);
  for (const {update, on, why} of chain.gaps) stdout.write(`gap: update ${update} lost text on ${on}: ${why}\n`);
  for (const line of chain.notes) stdout.write(`note: ${line}\n`);
  for (const problem of chain.problems) stdout.write(`error: ${problem}\n`);
  if (!known)
    stdout.write(
      `No update here has the head ${head}: what was published up to it has been changed, or it is of another toolkit.\n`,
    );
  const isWhole = chain.problems.length === 0 && known;
  const what = `${count(chain.heads.length, 'update')} and ${count(chain.texts, 'text')}`;
  if (newest === undefined) stdout.write('No update has a head yet: publishing writes the first.\n');
  else stdout.write(isWhole ? `Consistent with head ${newest}: ${what}.\n` : `Not consistent: ${what} compared.\n`);
  return isWhole ? 0 : 1;
};

const RULES: readonly Rule[] = [noBrokenChain, noChangedRecord, requireNote];

function verifyFolder(toolkit: Toolkit, today: string): Chain {
  const found = checkModel(
    toolkit,
    today,
    TOOLKIT_RULES.filter(([rule]) => RULES.includes(rule)),
  );
  const records = chainOrder(toolkit).map((slug) => ({update: slug, ...toolkit.updateRecords.get(slug)}));
  return {
    heads: records.flatMap(({head}) => head ?? []),
    texts: records.flatMap(({files = {}}) => Object.keys(files)).filter((file) => file.startsWith('blog/_published/'))
      .length,
    gaps: records.flatMap(({update, redactions = []}) => redactions.map(({on, why}) => ({update, on, why}))),
    notes: toolkit.notes.length > 0 ? [`${count(toolkit.notes.length, 'change note')} waiting: not yet published`] : [],
    problems: found.map(({path, place, problem}) => `${renderPlace(path, place)}: ${problem}`),
  };
}
