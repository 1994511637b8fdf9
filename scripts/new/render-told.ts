import type {ProposalPaths} from '../../src/content/proposals/proposal-files.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';

/** What is missing, for a terminal, and what to do next. */
export function renderTold(told: readonly ToldField[], {page}: ProposalPaths): string {
  const lines = told.flatMap(({label, needed, look}) => [
    `\n${label}`,
    ...needed.map((sentence) => `  needed: ${sentence}`),
    ...look.map((sentence) => `  look: ${sentence}`),
  ]);
  const isNeeded = told.some(({needed}) => needed.length > 0);
  const next = isNeeded
    ? `Next: ask whoever sent it for what is needed, write it into \`${page}\`, and run \`npm run check\`.`
    : `Next: read \`${page}\` beside its sources, and run \`npm run check\`.`;
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${next}\n`;
}
