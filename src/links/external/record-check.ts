import type {LinkEntry} from '../../model/link-ledger/link-entry.ts';
import {NOT_YET} from '../../model/link-ledger/link-entry.ts';
import type {LinkOutcome} from './classify-answer.ts';

/** An address that has not been checked yet. */
export const UNCHECKED: LinkEntry = {checked: NOT_YET};

/**
 * The ledger entry of an address after a check on a day, `2026-11-24`. A second failure on the same day is not a second
 * strike. A refusal of programs ends the strikes: it shows that the host works, and nothing about the page.
 */
export function recordCheck(entry: LinkEntry, outcome: LinkOutcome, today: string): LinkEntry {
  const {last_success, first_failure = today, strikes = 0, archived} = entry;
  const copy = archived && {archived};
  const success = last_success === undefined ? undefined : {last_success};
  switch (outcome.kind) {
    case 'living':
      return {checked: today, last_success: today, ...copy};
    case 'moved':
      return {checked: today, last_success: today, kind: 'moved', moved_to: outcome.to, ...copy};
    case 'blocked':
      return {checked: today, ...success, kind: 'blocked', ...copy};
    default: {
      const isNewDay = strikes === 0 || entry.checked !== today;
      return {
        checked: today,
        ...success,
        first_failure,
        strikes: strikes + (isNewDay ? 1 : 0),
        kind: outcome.kind,
        ...copy,
      };
    }
  }
}
