import type {ProposalPaths} from '../../src/content/proposals/proposal-files.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';

/** What is missing, for a terminal, and what to do next. */
export function renderTold(told: readonly ToldField[], {page}: ProposalPaths): string {
  const lines = told.flatMap(({label, needed, look, style}) => [
    `\n${label}`,
    ...needed.map((sentence) => `  needed: ${sentence}`),
    ...look.map((sentence) => `  look: ${sentence}`),
    ...style.map((sentence) => `  house style: ${sentence}`),
  ]);
  const isNeeded = told.some(({needed}) => needed.length > 0);
  const isStyled = !told.some(({style}) => style.length > 0);
  const mend = isStyled ? '' : ' mend the house style there yourself,';
  const next = isNeeded
    ? `Next: ask whoever sent it for what is needed, write it into \`${page}\`,${mend} and run \`npm run check\`.`
    : `Next: read \`${page}\` beside its sources,${mend} and run \`npm run check\`.`;
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${next}\n`;
}
