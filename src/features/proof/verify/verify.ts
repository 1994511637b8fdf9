import {chainRecords} from '../../../changes/chain/record-chain.ts';
import {openIn, report, verify} from '../../../changes/chain/verify.mjs';
import {gonePages} from '../../../changes/notes/changed-pages.ts';
import {isPagePath, pageIdOf} from '../../../content/pages/page-id.ts';
import {renderPlace} from '../../../content/problem.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {noInvalidFrontMatter} from '../../../rules/model/no-invalid-front-matter.ts';
import {noBrokenChain} from '../../../rules/public-record/no-broken-chain.ts';
import {noChangedRecord} from '../../../rules/public-record/no-changed-record.ts';
import {requireNote} from '../../../rules/public-record/require-note.ts';
import type {Rule} from '../../../rules/rule.ts';
import {checkModel, TOOLKIT_RULES} from '../../../rules/rule-set.ts';
import type {VERIFY} from '../feature.ts';

/** `toolkit verify`: whether every published text is as it was published and named by a note, here or on a site. */
export const run: Run<typeof VERIFY> = async ({head}, {cwd, today, stdout}, [address, ...more]) => {
  if (more.length > 0) throw new ExitError(`${more.length + 1} addresses given, expected one`, 'Name one site.');
  if (address !== undefined && !/^https?:\/\//.test(address)) {
    throw new ExitError(`\`${address}\` is no address of a site, expected one with \`https://\``, 'Write all of it.');
  }
  const kept = head?.trim().toLowerCase();
  if (kept !== undefined && !/^[0-9a-f]{64}$/.test(kept)) {
    throw new ExitError(
      `\`--head\` is \`${head}\`, expected 64 of the characters 0 to 9 and a to f: others can be forged`,
      'Copy the whole code from the email, the feed or the page of an update.',
    );
  }
  const write = (line: string) => stdout.write(`${line}\n`);
  if (address !== undefined) return verify([address, '--head', kept], write);
  return report(verifyFolder(await loadToolkit(cwd), today), kept, write);
};

const RULES: readonly Rule[] = [noBrokenChain, noChangedRecord, noInvalidFrontMatter, requireNote];

function verifyFolder(toolkit: Toolkit, today: string) {
  const found = checkModel(
    toolkit,
    today,
    TOOLKIT_RULES.filter(([rule]) => RULES.includes(rule)),
  );
  // Without one of the records, the others seem wrong too.
  const unreadable = found.filter(
    ({path, ruleId}) => /^(?:blog|ledgers)\/.+\.json$/.test(path) && ruleId === noInvalidFrontMatter.id,
  );
  const {texts} = toolkit.published;
  const isPublished = (path: string) => isPagePath(path) && texts.has(pageIdOf(path));
  const shown = found.filter(({path, ruleId}) => ruleId !== noInvalidFrontMatter.id || isPublished(path));
  const gone = gonePages(toolkit).map((id) => `${id} is missing, expected the page as it was published`);
  const records = chainRecords(toolkit);
  // The rules compare editions and pictures, which a site cannot prove.
  const open = openIn(records.map(([slug, {shown: _, editions: __, ...record}]) => [slug, record]));
  const problems = unreadable.length > 0 ? unreadable : shown;
  const differs = problems.map(({path, place, problem}) => `${renderPlace(path, place)}: ${problem}`);
  return {
    heads: records.flatMap(([update, {head}]) => (head ? [{update, head}] : [])),
    compared: records.flatMap(([, {files}]) => Object.keys(files)).length,
    found: {...open, differs: [...differs, ...gone]},
  };
}
