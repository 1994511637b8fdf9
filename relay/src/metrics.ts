/** Counters for Prometheus, by their names and labels. They hold numbers, and nothing of what readers sent. */
export class Metrics {
  readonly #counters = new Map<string, number>();

  count(name: string, labels: Readonly<Record<string, string | number>> = {}): void {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    const key = pairs.length === 0 ? name : `${name}{${pairs}}`;
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + 1);
  }

  /** The text format of Prometheus, with gauges of this moment. */
  render(gauges: Readonly<Record<string, number>>): string {
    const counters = [...this.#counters].sort(([a], [b]) => (a < b ? -1 : 1));
    const names = [...new Set(counters.map(([key]) => key.replace(/\{.*/, '')))];
    return [
      ...names.flatMap((name) => [
        `# TYPE ${name} counter`,
        ...counters.filter(([key]) => key.replace(/\{.*/, '') === name).map(([key, value]) => `${key} ${value}`),
      ]),
      ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
      '',
    ].join('\n');
  }
}

/** Writes one line to the log: what failed, and never what a reader sent. */
export function log(what: string, error: unknown): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`${JSON.stringify({at: new Date().toISOString(), what, reason: reason.slice(0, 300)})}\n`);
}
