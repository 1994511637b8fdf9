import {Children, type ComponentProps, cloneElement, isValidElement, type ReactElement, type ReactNode} from 'react';
import {isWideTable} from '../../../format/wide-table.ts';
import {useText} from '../use-site.ts';

type Part = ReactElement<{children?: ReactNode; 'data-label'?: string}>;

/**
 * A table that scrolls separately on narrow screens, or is shown row by row there; its group is named after the column
 * headings.
 */
export function ScrollingTable({children, className = '', ...props}: ComponentProps<'table'>) {
  const {page: t} = useText();
  const headings = headingsOf(children);
  const isWide = isWideTable(headings.length);
  const label = t.table({columns: name(headings)});
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and two tables may have the same name.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: only a focused element can be scrolled by keyboard.
    <div className={`table-scroll ${className}`.trim()} role="group" aria-label={label} tabIndex={0}>
      {isWide ? (
        <table className="by-row" {...props}>
          {Children.map(children, (section) => isPart(section) && toSection(section, headings))}
        </table>
      ) : (
        <table {...props}>{children}</table>
      )}
    </div>
  );
}

function name(headings: readonly string[]): string {
  return headings.filter(Boolean).join(', ');
}

/** Adds each cell's heading for the row-by-row layout. */
function toSection(section: Part, headings: readonly string[]): Part {
  return withChildren(section, (row) =>
    withChildren(row, (cell, column) => {
      const label = column > 0 && cell.type !== 'th' && headings[column];
      return label ? cloneElement(cell, {'data-label': label}) : cell;
    }),
  );
}

function withChildren(part: Part, toChild: (child: Part, index: number) => Part): Part {
  return cloneElement(part, {}, ...Children.toArray(part.props.children).filter(isPart).map(toChild));
}

function isPart(node: ReactNode): node is Part {
  return isValidElement(node);
}

/** The text of each heading in the first row, in order; empty ones included. */
function headingsOf(children: ReactNode): string[] {
  const [head] = Children.toArray(children);
  return cellsOf(head).map((text) => text.trim());
}

/** The text of each outermost element with text, in order. */
function cellsOf(node: ReactNode): string[] {
  return Children.toArray(node).flatMap((child) => {
    if (!isValidElement<{children?: ReactNode}>(child)) return [];
    const {children} = child.props;
    return child.type === 'th' || child.type === 'td' ? [textOf(children)] : cellsOf(children);
  });
}

export function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => (isValidElement<{children?: ReactNode}>(child) ? textOf(child.props.children) : String(child)))
    .join('');
}
