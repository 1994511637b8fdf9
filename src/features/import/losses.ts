import type {Problem} from '../../content/problem.ts';

/** What could not be carried over. The problem and the fix are the same for all that is lost in one way. */
export interface Loss extends Pick<Problem, 'problem' | 'fix'> {
  /** The file of the old site, and the line there. */
  file: string;
  line?: number | undefined;
  /** What was found there. */
  found?: string | undefined;
}

export type Lose = (loss: Omit<Loss, 'file'>) => void;

/** The longest text that is quoted. */
const QUOTED = 80;

/** One list of everything that was lost, by the way in which it was. */
export function renderLosses(losses: readonly Loss[]): string {
  const groups = Map.groupBy(losses, ({problem, fix}) => `## ${problem}\n\n${fix}`);
  const blocks = [...groups].map(([heading, items]) => {
    const lines = items.map(({file, line, found}) => {
      const quoted = found?.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, QUOTED);
      return `- ${file}${line === undefined ? '' : `:${line}`}${quoted ? `: \`${quoted}\`` : ''}`;
    });
    return `${heading}\n\n${lines.join('\n')}\n`;
  });
  return `# What the import could not carry over\n\n${blocks.join('\n')}`;
}
