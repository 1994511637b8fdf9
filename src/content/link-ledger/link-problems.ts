import {formatDay} from '../format-date.ts';
import type {Finding, Problem} from '../problem.ts';
import type {LinkEntry} from './link-entry.ts';
import type {LinkLedger} from './link-ledger.ts';
import type {LinkOutcome} from './link-outcome.ts';
import type {OutsideLink} from './outside-links.ts';
import {firstPlaces} from './outside-links.ts';
import {verdictOf} from './verdict.ts';

/** A problem with the role that has to mend it. */
export interface OwnedProblem extends Problem {
  /** The id of a role; `undefined` where the file names none. */
  owner: string | undefined;
}

type Words = Pick<Finding, 'problem' | 'fix'> & Pick<Problem, 'ruleId' | 'severity'>;

/** What a check met, in words that go on after a colon or in brackets. */
export const KIND_WORDS: Readonly<Record<NonNullable<LinkEntry['kind']>, string>> = {
  gone: 'the page or its site is gone',
  moved: 'it has moved',
  blocked: 'a wall lets no program in',
  slow: 'it does not answer in time',
  certificate: 'its certificate cannot be trusted',
  refused: 'it does not answer as it should',
};

/** What the ledger says of every live link that somebody should mend: one problem a file and address. */
export function linkProblems(links: readonly OutsideLink[], ledger: LinkLedger): OwnedProblem[] {
  return problemsOf(links, (link) => {
    const entry = ledger.get(link.address);
    return entry && wordsOf(link, entry);
  });
}

/** What one check says of links that are new: those that are gone must not get in, and what is uncertain is for a look. */
export function newLinkProblems(
  links: readonly OutsideLink[],
  outcomes: ReadonlyMap<string, LinkOutcome>,
): OwnedProblem[] {
  return problemsOf(links, (link) => {
    const outcome = outcomes.get(link.address);
    return outcome && newWordsOf(link, outcome);
  });
}

function problemsOf(links: readonly OutsideLink[], judge: (link: OutsideLink) => Words | undefined): OwnedProblem[] {
  return firstPlaces(links)
    .filter(({isFrozen}) => !isFrozen)
    .flatMap((link) => {
      const words = judge(link);
      return words ? [{path: link.path, place: link.place(), ...words, owner: link.owner}] : [];
    });
}

function wordsOf({written}: OutsideLink, entry: LinkEntry): Words | undefined {
  const verdict = verdictOf(entry);
  if (verdict === 'moved' && entry.moved_to !== undefined) return movedWords(written, entry.moved_to);
  if (verdict !== 'broken' || entry.first_failure === undefined || entry.kind === undefined) return undefined;
  const copy = entry.archived ? `, or to the copy of ${formatDay(entry.archived.on)}, \`${entry.archived.url}\`` : '';
  return {
    ruleId: 'no-dead-link',
    severity: 'warning',
    problem: `\`${shortened(written)}\` has failed in ${entry.strikes} checks since ${formatDay(entry.first_failure)} (${KIND_WORDS[entry.kind]}), expected a page that opens`,
    fix: `Link to where it is published now${copy}; until then readers are told that it is unavailable.`,
  };
}

function newWordsOf({written}: OutsideLink, outcome: LinkOutcome): Words | undefined {
  const shown = `\`${shortened(written)}\``;
  switch (outcome.kind) {
    case 'living':
      return undefined;
    case 'moved':
      return movedWords(written, outcome.to);
    case 'blocked':
      return {
        ruleId: 'no-unseen-link',
        severity: 'note',
        problem: `${shown} lets no program in (${outcome.said}), expected an answer that tells whether the page is there`,
        fix: 'Open it in a browser to see that it is the page you mean.',
      };
    case 'gone':
    case 'certificate':
      return {
        ruleId: 'no-dead-link',
        severity: 'error',
        problem: `new link ${shown} does not open: ${KIND_WORDS[outcome.kind]} (${outcome.said}), expected a page that opens`,
        fix: 'Correct the address, or link to where it is published now.',
      };
    default:
      return {
        ruleId: 'no-dead-link',
        severity: 'warning',
        problem: `new link ${shown} could not be opened: ${KIND_WORDS[outcome.kind]} (${outcome.said}), expected a page that opens`,
        fix: 'Open it in a browser; if it does not open there either, link to another place.',
      };
  }
}

function movedWords(written: string, to: string): Words {
  const isFrontPage = new URL(to).pathname === '/' && new URL(written).pathname !== '/';
  return {
    ruleId: 'no-moved-link',
    severity: 'note',
    problem: `\`${shortened(written)}\` has moved for good to \`${shortened(to)}\`, expected the address it has now`,
    fix: isFrontPage
      ? 'Look for the page on its site: that address is only the front page of it.'
      : 'Write the new address once you have seen that the page says the same.',
  };
}

const SHOWN = 200;

function shortened(address: string): string {
  const visible = address.replaceAll('`', '%60');
  return visible.length > SHOWN ? `${visible.slice(0, SHOWN)}...` : visible;
}
