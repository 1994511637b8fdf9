import syntax from './syntax.json' with {type: 'json'};

export type LossName = keyof typeof syntax.losses;

/** What could not be carried over: its file in the old site, the line there, and what was found. */
export interface Loss {
  name: LossName;
  file: string;
  line?: number | undefined;
  found?: string | undefined;
}

/** Puts what a page loses on the list. */
export type Lose = (name: LossName, found?: string, line?: number) => void;

/** The longest text that is quoted. */
const QUOTED = 80;

/** One list of everything that was lost, by the way in which it was. */
export function renderLosses(losses: readonly Loss[]): string {
  const blocks = [...Map.groupBy(losses, ({name}) => name)].map(([name, items]) => {
    const {problem, fix} = syntax.losses[name];
    const lines = items.map(({file, line, found}) => {
      const quoted = found?.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, QUOTED);
      return `- ${file}${line === undefined ? '' : `:${line}`}${quoted ? `: \`${quoted}\`` : ''}`;
    });
    return `## ${problem}\n\n${fix}\n\n${lines.join('\n')}\n`;
  });
  return `# What the import could not carry over\n\n${blocks.join('\n')}`;
}
