import {commandLine} from '../desk/command-line.ts';
import {diffPages} from '../diff/diff-pages.ts';
import {unitsOf} from '../diff/page-units.ts';
import {tellEdit} from '../diff/tell-edit.ts';
import {formatDay, formatRange} from '../format-date.ts';
import {ledgerAddress} from '../link-ledger/link-ledger.ts';
import {storedLedger} from '../link-ledger/stored-ledger.ts';
import {verdictOf} from '../link-ledger/verdict.ts';
import {numberWord} from '../number-word.ts';
import {lastCheckedWords} from '../review-words.ts';
import type {Scope} from '../schemas/review-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {checkedStep, stepsOf} from './checked-text.ts';
import type {AttestablePage} from './find-attestable.ts';
import {freshnessByPage} from './freshness-by-page.ts';
import {deadSources} from './lapse.ts';
import {readLive, readPublished} from './read-text.ts';

/** What somebody has done who checked a page, to follow `you`. */
const DONE: Readonly<Record<Scope, string>> = {
  'sources-read': 'read the whole page against each of its sources',
  facts: 'check every figure, name and date of the page',
  links: 'follow every link of the page',
  law: 'hold what the page says of the law against the law as it stands',
  'plain-english': 'read the whole page for plain English',
};

/** The question that nobody can answer by accident: did you do what readers will be told? */
export function attestationQuestion(
  {config}: Toolkit,
  {by, scope, on}: {by: string; scope: Scope; on: string},
): string {
  const role = config.owners.find(({id}) => id === by)?.label ?? by;
  return `Did you, in the role ${role}, ${DONE[scope]}, on ${formatDay(on)}?`;
}

/** What is known of a page before a check of it is put on record, for a terminal. */
export function renderAttestation(toolkit: Toolkit, attestable: AttestablePage, today: string): string {
  const {page, text} = attestable;
  const {owners} = toolkit.config;
  const roleOf = (id: string) => owners.find((owner) => owner.id === id)?.label ?? id;
  const update = toolkit.updates.find(({data}) => data.slug === text.slug)?.data;
  const freshness = freshnessByPage(toolkit, today).get(page.id);
  const parts = unitsOf(page.document).length;
  return [
    page.data.title,
    `  page: ${page.document.path}, for readers at ${page.address}`,
    `  text: ${update ? `of ${formatRange(update.published)}` : `of ${text.slug}`}, ${parts} parts, fingerprint ${page.fingerprint()}`,
    `  looked after by: ${roleOf(page.data.owner)}`,
    ...(freshness ? [`  last check: ${lastCheckedWords(freshness, roleOf)}`] : []),
    ...changes(toolkit, attestable).map((line) => `    ${line}`),
    ...sources(toolkit, attestable).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`),
    '',
  ].join('\n');
}

/** Each change since the last check, in one line. */
function changes(toolkit: Toolkit, {page}: AttestablePage): string[] {
  const review = toolkit.reviews.get(page.id);
  if (!review) return [];
  const checked = stepsOf(toolkit, page.id)[checkedStep(toolkit, page.id, review)]?.page;
  if (!checked || page.fingerprint() === review.fingerprint || page.fingerprint() === review.carried) return [];
  return diffPages(readPublished(toolkit, checked), readLive(toolkit, page)).edits.map(tellEdit);
}

function sources(toolkit: Toolkit, {page}: AttestablePage): string[] {
  const all = page.data.sources ?? [];
  if (all.length === 0) return ['sources: none'];
  const dead = deadSources(toolkit, page);
  const {entries} = storedLedger(toolkit.files);
  const unchecked = all.filter(({url}) => {
    const entry = entries.get(ledgerAddress(url) ?? '');
    return !entry || verdictOf(entry) === 'unchecked';
  }).length;
  if (unchecked === all.length) {
    const command = commandLine('links', '--external');
    return [`sources: ${all.length}; no link to them was ever checked: \`${command}\` checks them`];
  }
  const never = `${numberWord(unchecked)} ${unchecked === 1 ? 'was' : 'were'} never checked`;
  if (dead.length === 0) {
    const also = unchecked === 0 ? '' : `${never}, and `;
    return [`sources: ${all.length}; ${also}the ledger of links knows of none that is not available`];
  }
  const are = dead.length === 1 ? 'is' : 'are';
  const also = unchecked === 0 ? '' : `, and ${never}`;
  return [
    `sources: ${all.length}, of which ${numberWord(dead.length)} ${are} no longer available by the ledger of links${also}:`,
    ...dead.map(({url}) => url),
  ];
}
