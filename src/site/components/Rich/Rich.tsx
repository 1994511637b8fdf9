import {createElement, Fragment, type ReactNode} from 'react';
import {type Elements, fill} from '../../../language/fill.ts';

interface Props {
  text: string;
  /** What the tags of the message become: `a` takes the content of `<a>`. */
  with?: Readonly<Record<string, (content: ReactNode) => ReactNode>>;
}

/** The tags that every message may have: for screen readers only, and on one line. */
const COMMON: NonNullable<Props['with']> = {
  hidden: (content) => <span className="visually-hidden">{content}</span>,
  nowrap: (content) => <span className="nowrap">{content}</span>,
};

export function Rich({text, with: own = {}}: Props) {
  const elements = Object.entries({...COMMON, ...own}).map(([tag, render]) => [
    tag,
    (parts: ReactNode[]) => render(group(parts)),
  ]);
  return group(fill(text, Object.fromEntries(elements) as Elements<ReactNode>));
}

/** The parts in order; as a list, React would ask for a key on each. */
function group(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts);
}
