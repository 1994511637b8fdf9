import Link from '@docusaurus/Link';
import type {ListedDifference} from '../../content/differences/comparison-summary.ts';
import {DifferenceLink} from '../Changes/DifferenceLink.tsx';

const HEADINGS: Readonly<Record<ListedDifference['kind'], string>> = {
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  moved: 'Moved',
};

/** Pages that both states hold and that differ in one way, each with how much and the way to the difference. */
export function DifferentPages({kind, pages}: {kind: ListedDifference['kind']; pages: readonly ListedDifference[]}) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>
        {HEADINGS[kind]} ({pages.length})
      </h2>
      <ul className="changed-pages">
        {pages.map(({id, title, address, measure, difference, movedFrom}) => (
          <li key={id}>
            <Link to={address}>{title}</Link>{' '}
            {difference && <DifferenceLink address={difference} measure={measure} of={title} />}
            {movedFrom && <> It stood at {movedFrom}.</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
