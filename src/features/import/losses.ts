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
export type ReportLoss = (name: LossName, found?: string, line?: number) => void;

const QUOTED = 80;

/** Settings of other generators, which can give a page any address, are not read. */
const ADDRESSES =
  'The old address of each page was made from the path of its file. Where the old site had others, write them as `redirect_from` in the page.';

/** One list of everything that was lost, by the way in which it was: first what readers miss. */
export function renderLosses(losses: readonly Loss[]): string {
  const byName = Map.groupBy(losses, ({name}) => name);
  const blocks = Object.entries(syntax.losses).flatMap(([name, {problem, fix}]) => {
    const lines = byName
      .get(name as LossName)
      ?.map(render)
      .join('\n');
    return lines === undefined ? [] : `## ${problem}\n\n${fix}\n\n${lines}\n`;
  });
  return `# What the import could not carry over\n\n${ADDRESSES}\n\n${blocks.join('\n')}`;
}

function render({file, line, found}: Loss): string {
  const quoted = found?.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, QUOTED);
  return `- ${file}${line === undefined ? '' : `:${line}`}${quoted ? `: \`${quoted}\`` : ''}`;
}
