import {ENGLISH} from '../../language/text.ts';
import type {LinkEntry} from '../../model/link-ledger/link-entry.ts';
import type {LinkLedger} from '../../model/link-ledger/link-ledger.ts';
import {verdictOf} from '../../model/link-ledger/verdict.ts';
import type {Finding, Problem} from '../../model/problem.ts';
import type {LinkOutcome} from './classify-answer.ts';
import {type ExternalLink, firstPlaces} from './external-links.ts';

type Words = Pick<Finding, 'problem' | 'fix'> & Pick<Problem, 'ruleId' | 'severity'>;

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
  return problemsOf(links, (link) => {
    const entry = ledger.get(link.address);
    return entry && wordsOf(link, entry);
  });
}

/** Problems of new links after one check: dead ones are errors, and uncertain ones are warnings. */
export function newLinkProblems(links: readonly ExternalLink[], outcomes: ReadonlyMap<string, LinkOutcome>): Problem[] {
  return problemsOf(links, (link) => {
    const outcome = outcomes.get(link.address);
    return outcome && newWordsOf(link, outcome);
  });
}

function problemsOf(links: readonly ExternalLink[], judge: (link: ExternalLink) => Words | undefined): Problem[] {
  return firstPlaces(links)
    .filter(({isFrozen}) => !isFrozen)
    .flatMap((link) => {
      const words = judge(link);
      return words ? [{path: link.path, place: link.place(), ...words}] : [];
    });
}

function wordsOf({written}: ExternalLink, entry: LinkEntry): Words | undefined {
  const verdict = verdictOf(entry);
  if (verdict === 'moved' && entry.moved_to !== undefined) return movedWords(written, entry.moved_to);
  if (verdict !== 'broken' || entry.first_failure === undefined || entry.kind === undefined) return undefined;
  const copy = entry.archived
    ? `, or to the copy of ${ENGLISH.format.day(entry.archived.on)}, \`${entry.archived.url}\``
    : '';
  return {
    ruleId: 'no-dead-link',
    severity: 'warning',
    problem: `\`${shortened(written)}\` has failed in ${entry.strikes} checks since ${ENGLISH.format.day(entry.first_failure)} (${KIND_WORDS[entry.kind]})`,
    fix: `Link to where it is published now${copy}; until then readers see that it is unavailable.`,
  };
}

function newWordsOf({written}: ExternalLink, outcome: LinkOutcome): Words | undefined {
  if (outcome.kind === 'living') return undefined;
  if (outcome.kind === 'moved') return movedWords(written, outcome.to);
  const shown = `\`${shortened(written)}\``;
  if (outcome.kind === 'blocked') {
    return {
      ruleId: 'no-unseen-link',
      severity: 'note',
      problem: `${shown} does not open for programs (${outcome.said}), so it has not been checked`,
      fix: 'Open it in a browser to check that it is the page you mean.',
    };
  }
  return {
    ruleId: 'no-dead-link',
    severity: outcome.kind === 'gone' || outcome.kind === 'certificate' ? 'error' : 'warning',
    problem: `new link ${shown} does not open: ${KIND_WORDS[outcome.kind]} (${outcome.said})`,
    fix: 'Open it in a browser. If it does not open there, correct the address or link to another page.',
  };
}

function movedWords(written: string, to: string): Words {
  return {
    ruleId: 'no-moved-link',
    severity: 'note',
    problem: `\`${shortened(written)}\` has moved permanently to \`${shortened(to)}\``,
    fix: 'Check that the new address has the same content, then link to it.',
  };
}

const SHOWN = 200;

function shortened(address: string): string {
  const visible = address.replaceAll('`', '%60');
  return visible.length > SHOWN ? `${visible.slice(0, SHOWN)}...` : visible;
}
