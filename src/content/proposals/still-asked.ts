import type {Fault} from './consent-of.ts';
import type {DifferingAnswer} from './differing-answers.ts';
import type {ProposedStudy} from './study-of.ts';

/** What is left to ask of whoever sent a proposal, where its page is there already. */
interface StillAsked {
  faults: Fault[];
  /** Fields of which an answer is there, and not in the page: an editor takes it over. */
  answered: string[];
}

/**
 * What is in a page speaks for itself, whatever was wrong with an answer; who agreed is asked as long as it does not say
 * so. A consent that was given again, with another day or role, is for an editor to take over.
 *
 * @param hasConsent whether the page tells of one
 * @param left the answers that the page does not have
 */
export function stillAsked(
  {faults, consent}: Pick<ProposedStudy, 'faults' | 'consent'>,
  hasConsent: boolean,
  left: readonly DifferingAnswer[],
): StillAsked {
  return {
    faults: faults.filter(({field, isPersonal}) => isPersonal === true || (!hasConsent && field.startsWith('consent'))),
    answered: left
      .filter((answer) => isFresh(answer) || (consent !== undefined && answer.field === 'consent'))
      .map(({field}) => field),
  };
}

/** Whether the page says nothing yet where an answer is there. */
export function isFresh({passages}: DifferingAnswer): boolean {
  return passages.every(({inFile}) => inFile === undefined);
}
