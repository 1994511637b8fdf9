import {freshnessByPage} from '../../changes/freshness/freshness-by-page.ts';
import type {LinkLedger} from '../../content/link-ledger/link-ledger.ts';
import {verdictOf} from '../../content/link-ledger/verdict.ts';
import {type Problem, renderPlace, type Severity} from '../../content/problem.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {code, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {ENGLISH} from '../../language/text.ts';
import type {ReviewSection} from '../../site/feature-hooks.ts';
import type {LinkOutcome} from './classify-answer.ts';
import {type ExternalLink, externalLinks} from './external-links.ts';

type Words = Pick<Problem, 'problem' | 'fix' | 'ruleId' | 'severity'>;

/** What a failure means, for use after a colon or in brackets, and how bad it is for a new link. */
const FAILURES: Readonly<Record<string, readonly [meaning: string, severity: Severity]>> = {
  gone: ['the page or its site no longer exists', 'error'],
  certificate: ['its certificate is not valid', 'error'],
  slow: ['it does not answer in time', 'warning'],
  refused: ['its server refuses or fails', 'warning'],
  blocked: ['it does not open for programs', 'note'],
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
      problem: `${shown} has failed in ${strikes} checks since ${ENGLISH.format.day(first_failure)} (${FAILURES[kind]?.[0]})`,
      fix: `Link to where it is published now${copy}; until then readers see that it is unavailable.`,
    };
  });
}

/** The links of a toolkit that editors should change. */
export function linkSection(toolkit: Toolkit): ReviewSection {
  const problems = linkProblems(externalLinks(toolkit), toolkit.linkLedger);
  return {
    title: 'Links that no longer open, or have moved',
    about: 'Change the link, then write a note.',
    items: problems.map(({path, place, problem, fix}) => [
      code(renderPlace(path, place)),
      text(': '),
      ...toPhrasing(`${problem}. ${fix}`),
    ]),
  };
}

/** The sources that changed after their page was last checked. */
export function changedSourceSection(toolkit: Toolkit, today: string): ReviewSection {
  return {
    title: 'Sources that changed after a page was checked',
    about:
      'Read the source, and change the page if it says something else now. Then run `npm run review -- --done <page>`.',
    items: allPages(toolkit).flatMap(({id, document}) =>
      (freshnessByPage(toolkit, today).get(id)?.changedSources ?? []).map(({url, on, note}) => [
        code(document.path),
        text(': '),
        ...toPhrasing(
          `${shorten(url)} changed on ${ENGLISH.format.day(on)}${note ? `. Its publisher says: ${note}` : ''}`,
        ),
      ]),
    ),
  };
}

/** Problems of new links after one check: dead ones are errors, and uncertain ones are warnings. */
export function newLinkProblems(links: readonly ExternalLink[], outcomes: ReadonlyMap<string, LinkOutcome>): Problem[] {
  return problemsOf(links, (shown, address) => {
    const {kind, said, to} = outcomes.get(address) ?? {kind: 'living'};
    if (kind === 'moved') return movedWords(shown, to ?? '');
    const [meaning, severity] = FAILURES[kind] ?? [];
    return (
      severity && {
        ruleId: kind === 'blocked' ? 'no-unseen-link' : 'no-dead-link',
        severity,
        problem: `new link ${shown} does not open: ${meaning} (${said})`,
        fix: 'Open it in a browser. If it does not open there, correct the address or link to another page.',
      }
    );
  });
}

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

function shorten(address: string): string {
  const visible = address.replaceAll('`', '%60');
  return `\`${visible.length > 200 ? `${visible.slice(0, 200)}...` : visible}\``;
}
