import {count} from '../report/sections.ts';
import {FEEDBACK_LABEL} from './feedback-labels.ts';

/** Says that issues of a list are no feedback; nothing where there are none. */
export function tellLeftOut(leftOut: number): string | undefined {
  if (leftOut === 0) return undefined;
  const [does, is] = leftOut === 1 ? ['does', 'is'] : ['do', 'are'];
  return `${count(leftOut, 'issue')} of the list ${does} not have the label \`${FEEDBACK_LABEL}\`, and ${is} left out.`;
}
