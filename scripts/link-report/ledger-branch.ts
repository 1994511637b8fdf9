/** The branch on which the newest ledger waits; no person works on it. */
export const LEDGER_BRANCH = 'links/ledger';
