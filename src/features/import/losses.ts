import {count} from '../../format/text.ts';
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

/** The longest text that is quoted. */
const QUOTED = 80;

/** One list of everything that was lost, by the way in which it was: first what readers miss. */
export function renderLosses(losses: readonly Loss[]): string {
  const byName = Map.groupBy(losses, ({name}) => name);
  const blocks = Object.entries(syntax.losses).flatMap(([name, {problem, fix, ...way}]) => {
    const items = byName.get(name as LossName);
    if (!items) return [];
    const lines =
      'isBrief' in way
        ? [...Map.groupBy(items, kindOf)].map(([, [first, ...others]]) => render(first, others.length))
        : items.map((item) => render(item));
    return `## ${problem}\n\n${fix}\n\n${lines.join('\n')}\n`;
  });
  return `# What the import could not carry over\n\n${blocks.join('\n')}`;
}

/** How an item begins: the name of a key, a class or an attribute. */
const kindOf = ({found = ''}: Loss) => /^\W*[a-z]*/i.exec(found)?.[0];

function render(item: Loss | undefined, others = 0): string {
  const {file, line, found} = item ?? {file: ''};
  const quoted = found?.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, QUOTED);
  const place = `- ${file}${line === undefined ? '' : `:${line}`}${quoted ? `: \`${quoted}\`` : ''}`;
  return others > 0 ? `${place}, and ${count(others, 'place')} more like it` : place;
}
