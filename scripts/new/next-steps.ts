import {UNWRITTEN_MARK} from '../../src/content/drafts/unwritten-text.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import type {Subject} from './subject.ts';

/** What to do after the file is written. */
export function nextSteps({kind, id, path}: Subject, {priorities, approaches}: ToolkitConfig): string {
  const term = [...priorities, ...approaches].find((candidate) => id.endsWith(`/${candidate.id}`) && !candidate.page);
  const steps = [
    `In \`${path}\`, put your words where it says \`${UNWRITTEN_MARK}\`, and fill in the keys that a source supports.`,
    ...(kind === 'page' ? [`Put \`${id}\` in its place in \`sidebars.ts\`.`] : []),
    ...(term ? [`Write \`page: '${id}'\` beside \`${term.id}\` in \`toolkit.config.ts\`.`] : []),
    'Run `npm run new -- note`, and tell readers what there is now.',
    'Run `npm run check` until nothing is left, and `npm start` to see the page.',
  ];
  return `Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}
