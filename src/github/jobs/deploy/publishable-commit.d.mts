/** No commit can be published; the message says which notes wait, and what to do. */
export class NothingPublishableError extends Error {}

/**
 * Finds the newest commit in which no change note waits, along the first parents of `ref`.
 *
 * @throws {NothingPublishableError} where notes wait in every one of them.
 */
export function findPublishableCommit(options: {cwd: string; ref: string}): string;
