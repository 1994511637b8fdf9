import {judgeAttestation} from '../../src/editorial/reviews/check-review.ts';
import type {AttestablePage} from '../../src/editorial/reviews/find-reviewable.ts';
import {findAttestable} from '../../src/editorial/reviews/find-reviewable.ts';
import {attestationQuestion, renderAttestation} from '../../src/editorial/reviews/render-review.ts';
import {listWords} from '../../src/format/nearest.ts';
import {refusal} from '../../src/fs/exit-error.ts';
import type {Run} from '../../src/fs/io.ts';
import {ExitError, terminalOf} from '../../src/fs/io.ts';
import {readTree} from '../../src/fs/read-tree.ts';
import type {Transaction} from '../../src/fs/transaction/commit.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {tellDue} from '../../src/github/jobs/reviews/report-due.ts';
import {lastCheckedWords} from '../../src/model/reviews/review-labels.ts';
import {renderReview, reviewFile} from '../../src/model/reviews/review-record.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {requireAgreement} from '../cli/require-agreement.ts';
import type {WholeAttestation} from './ask-review.ts';
import {askAttestation} from './ask-review.ts';

/** `toolkit attest`: puts on record that somebody checked a page, as readers see it. */
export const run: Run = async (options, io, words) => {
  const {due, apply, ...given} = options;
  const {as: by, scope, on = io.today} = given as Partial<Record<string, string>>;
  if (due !== true && apply === true) {
    throw new ExitError('`--apply` given alone, expected it with `--due`', 'Write `npm run attest -- --due --apply`.');
  }
  const {toolkit} = await readTree(io.cwd);
  if (due === true) {
    requireAlone([...Object.keys(given).map((name) => `--${name}`), ...words]);
    return tellDue(toolkit, apply === true, io);
  }
  const attestable = findPage(toolkit, words);
  const faults = judgeAttestation(toolkit, attestable, {on, by, scope}, io.today);
  if (faults.length > 0) throw refusal(faults);
  const terminal = terminalOf(io);
  if (terminal) io.stdout.write(renderAttestation(toolkit, attestable, io.today));
  const attestation = await askAttestation(toolkit, attestable, {on, by, scope}, {terminal, today: io.today});
  if (terminal) await requireAgreement(terminal, attestationQuestion(toolkit, attestation));
  else io.stdout.write(renderAttestation(toolkit, attestable, io.today));
  await commit(io.cwd, plan(toolkit, attestable, attestation));
  io.stdout.write(`${told(toolkit, attestable, attestation)}\n`);
  return 0;
};

/** What is due concerns every page. */
function requireAlone(others: readonly string[]): void {
  if (others.length === 0) return;
  throw new ExitError(
    `\`--due\` given with ${listWords(others)}, expected it alone`,
    'Write `npm run attest -- --due` to see which pages are to be checked.',
  );
}

/** The record of a check, ready to be written. */
export function plan(toolkit: Toolkit, {page}: AttestablePage, attestation: WholeAttestation): Transaction {
  const path = reviewFile(page.id);
  const content = renderReview(page.id, {...attestation, fingerprint: page.fingerprint()}, toolkit.fingerprintOf);
  const found = toolkit.files.find((file) => file.path === path)?.bytes;
  return {command: 'attest', changes: [{kind: 'write', path, content, found}]};
}

/**
 * The page that the words name.
 *
 * @throws {ExitError} where there is none, or no check of it can be put on record.
 */
export function findPage(toolkit: Toolkit, words: readonly string[]): AttestablePage {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    throw new ExitError(
      `${word === undefined ? 'no page' : `${words.length} pages`} given, expected one: each page is checked on its own`,
      'Write `npm run attest -- <page>`, for each page that you checked; `npm run attest -- --due` lists those to check.',
    );
  }
  const found = findAttestable(toolkit, word);
  if ('problem' in found) throw refusal([found]);
  return found;
}

function told({config}: Toolkit, {page}: AttestablePage, {on, by, scope}: WholeAttestation): string {
  const roleOf = (id: string) => config.owners.find((owner) => owner.id === id)?.label ?? id;
  const review = {on, by, scope, fingerprint: page.fingerprint()};
  const words = lastCheckedWords({review, lapses: []}, roleOf);
  return `wrote ${reviewFile(page.id)}: readers will see "${words}"
Next: run \`npm run check\`, and send the file as you send a change of a page. It needs no change note.`;
}
