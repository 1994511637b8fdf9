import type {ComponentProps, ReactNode} from 'react';
import {Children, isValidElement} from 'react';

/** A table that scrolls by itself on narrow screens; its group is named by the column headings. */
export function ScrollingTable(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and two tables may have the same name.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: only what has the focus can be scrolled by keyboard.
    <div className="table-scroll" role="group" aria-label={`Table: ${headingsOf(props.children)}`} tabIndex={0}>
      <table {...props} />
    </div>
  );
}

function headingsOf(children: ReactNode): string {
  const [head] = Children.toArray(children);
  return cellsOf(head)
    .map((text) => text.trim())
    .filter(Boolean)
    .join(', ');
}

/** The text of each outermost element that holds text, in order. */
function cellsOf(node: ReactNode): string[] {
  return Children.toArray(node).flatMap((child) => {
    if (!isValidElement<{children?: ReactNode}>(child)) return [];
    const {children} = child.props;
    return child.type === 'th' ? [textOf(children)] : cellsOf(children);
  });
}

function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => (isValidElement<{children?: ReactNode}>(child) ? textOf(child.props.children) : String(child)))
    .join('');
}
