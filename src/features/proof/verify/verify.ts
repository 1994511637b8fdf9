import {chainRecords} from '../../../changes/updates/record-chain.ts';
import {renderPlace} from '../../../content/problem.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {count} from '../../../format/text.ts';
import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {noInvalidFrontMatter} from '../../../rules/model/no-invalid-front-matter.ts';
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
  const kept = head?.trim().toLowerCase();
  if (kept !== undefined && !/^[0-9a-f]{8,64}$/.test(kept)) {
    throw new ExitError(
      `\`--head\` is \`${head}\`, expected 8 to 64 of the characters 0 to 9 and a to f`,
      'Copy the code from the email or the page of an update.',
    );
  }
  const chain =
    address === undefined ? verifyFolder(await loadToolkit(cwd), today) : await verifySite(address, {stderr});
  const known = chain.heads.find((own) => kept !== undefined && own.head.startsWith(kept));
  const newest = chain.heads.at(-1);
  for (const {update, on, why} of chain.gaps)
    stdout.write(`${plain(`gap: update ${update} lost text on ${on}: ${why}`)}\n`);
  for (const line of chain.notes) stdout.write(`note: ${plain(line)}\n`);
  for (const problem of chain.problems) stdout.write(`error: ${plain(problem)}\n`);
  const isKnown = kept === undefined || known !== undefined;
  if (!isKnown) {
    stdout.write(
      `error: no update here has the head ${kept}: what was published up to it has been changed, or it is of another toolkit\n`,
    );
  }
  const isWhole = chain.problems.length === 0 && isKnown;
  const what = `${count(chain.heads.length, 'update')} and ${count(chain.texts, 'file')}`;
  if (newest === undefined) stdout.write('No update has a head yet: publishing writes the first.\n');
  else if (!isWhole) stdout.write(`Not consistent: ${what} compared.\n`);
  else {
    stdout.write(`Consistent with head ${newest.head} of update ${newest.update}: ${what}.\n`);
    if (known)
      stdout.write(`The head that you kept is that of update ${known.update}: nothing up to it has changed.\n`);
  }
  return isWhole ? 0 : 1;
};

/** What a site says, on one line: it could write lines of its own, or move the cursor. */
const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ');

const RULES: readonly Rule[] = [noBrokenChain, noChangedRecord, noInvalidFrontMatter, requireNote];

function verifyFolder(toolkit: Toolkit, today: string): Chain {
  const found = checkModel(
    toolkit,
    today,
    TOOLKIT_RULES.filter(([rule]) => RULES.includes(rule)),
  );
  // Without one of the records, the others seem wrong too.
  const unreadable = found.filter(
    ({path, ruleId}) => /^(?:blog|ledgers)\/.+\.json$/.test(path) && ruleId === noInvalidFrontMatter.id,
  );
  const shown = unreadable.length > 0 ? unreadable : found.filter(({ruleId}) => ruleId !== noInvalidFrontMatter.id);
  const records = chainRecords(toolkit).map(([update, record]) => ({update, ...record}));
  return {
    heads: records.flatMap(({update, head}) => (head ? [{update, head}] : [])),
    texts: records.flatMap(({files = {}}) => Object.keys(files)).length,
    gaps: records.flatMap(({update, redactions = []}) => redactions.map(({on, why}) => ({update, on, why}))),
    notes: toolkit.notes.length > 0 ? [`${count(toolkit.notes.length, 'change note')} waiting: not yet published`] : [],
    problems: shown.map(({path, place, problem}) => `${renderPlace(path, place)}: ${problem}`),
  };
}
