/** Writes one line to the log: what failed, and never what a reader sent. */
export function log(what: string, error: unknown): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`${JSON.stringify({at: new Date().toISOString(), what, reason: reason.slice(0, 300)})}\n`);
}
