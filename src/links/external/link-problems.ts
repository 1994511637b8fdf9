import {ENGLISH} from '../../language/text.ts';
import type {LinkEntry, LinkLedger} from '../../model/link-ledger/link-ledger.ts';
import {verdictOf} from '../../model/link-ledger/verdict.ts';
import type {Problem} from '../../model/problem.ts';
import type {LinkOutcome} from './classify-answer.ts';
import type {ExternalLink} from './external-links.ts';

type Words = Pick<Problem, 'problem' | 'fix' | 'ruleId' | 'severity'>;

/** The result of a check, for use after a colon or in brackets. */
const KIND_WORDS: Readonly<Record<NonNullable<LinkEntry['kind']>, string>> = {
  gone: 'the page or its site no longer exists',
  moved: 'it has moved',
  blocked: 'it does not open for programs',
  slow: 'it does not answer in time',
  certificate: 'its certificate is not valid',
  refused: 'its server refuses or fails',
};

/** Problems of live links by the ledger: one for each file and address. */
export function linkProblems(links: readonly ExternalLink[], ledger: LinkLedger): Problem[] {
  return problemsOf(links, (shown, address) => {
    const entry = ledger.get(address);
    if (!entry) return undefined;
    const {strikes, first_failure, kind, moved_to, archived} = entry;
    const verdict = verdictOf(entry);
    if (verdict === 'moved' && moved_to !== undefined) return movedWords(shown, moved_to);
    if (verdict !== 'broken' || first_failure === undefined || kind === undefined) return undefined;
    const copy = archived ? `, or to the copy of ${ENGLISH.format.day(archived.on)}, \`${archived.url}\`` : '';
    return {
      ruleId: 'no-dead-link',
      severity: 'warning',
      problem: `${shown} has failed in ${strikes} checks since ${ENGLISH.format.day(first_failure)} (${KIND_WORDS[kind]})`,
      fix: `Link to where it is published now${copy}; until then readers see that it is unavailable.`,
    };
  });
}

/** Problems of new links after one check: dead ones are errors, and uncertain ones are warnings. */
export function newLinkProblems(links: readonly ExternalLink[], outcomes: ReadonlyMap<string, LinkOutcome>): Problem[] {
  return problemsOf(links, (shown, address) => {
    const {kind, said, to} = outcomes.get(address) ?? {kind: 'living'};
    if (kind === 'living') return undefined;
    if (kind === 'moved') return movedWords(shown, to ?? '');
    const [ruleId, severity] = NEW_LINK_RULES[kind];
    return {
      ruleId,
      severity,
      problem: `new link ${shown} does not open: ${KIND_WORDS[kind]} (${said})`,
      fix: 'Open it in a browser. If it does not open there, correct the address or link to another page.',
    };
  });
}

const NEW_LINK_RULES = {
  gone: ['no-dead-link', 'error'],
  certificate: ['no-dead-link', 'error'],
  slow: ['no-dead-link', 'warning'],
  refused: ['no-dead-link', 'warning'],
  blocked: ['no-unseen-link', 'note'],
} as const;

/** The problem of each live address, at its first place in each file: that is enough to fix it. */
function problemsOf(
  links: readonly ExternalLink[],
  wordsOf: (shown: string, address: string) => Words | undefined,
): Problem[] {
  const live = links.filter(({isFrozen}) => !isFrozen);
  return [...Map.groupBy(live, ({path, address}) => `${path}\n${address}`).values()].flatMap(([first]) => {
    const words = first && wordsOf(shorten(first.written), first.address);
    return words ? [{path: first.path, place: first.place(), ...words}] : [];
  });
}

function movedWords(shown: string, to: string): Words {
  return {
    ruleId: 'no-moved-link',
    severity: 'note',
    problem: `${shown} has moved permanently to ${shorten(to)}`,
    fix: 'Check that the new address has the same content, then link to it.',
  };
}

/** An address as code, for a report. */
function shorten(address: string): string {
  const visible = address.replaceAll('`', '%60');
  return `\`${visible.length > 200 ? `${visible.slice(0, 200)}...` : visible}\``;
}
