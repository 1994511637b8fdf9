import type {AllowedCount} from '../../content/figures/figure.ts';
import {ScrollingTable} from '../Prose/ScrollingTable.tsx';

/** The numbers that claim nothing, by class, with the reason each class needs no row. */
export function AllowedNumbers({allowed}: {allowed: readonly AllowedCount[]}) {
  const count = allowed.reduce((sum, entry) => sum + entry.count, 0);
  return (
    <section>
      <h2 id="no-claims">Numbers that claim nothing</h2>
      <p>
        The same pages, and those that give no figure, hold {count.toLocaleString('en-GB')} other numbers. Each belongs
        to one of these classes.
      </p>
      <ScrollingTable>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Count</th>
            <th scope="col">Why they need no row</th>
          </tr>
        </thead>
        <tbody>
          {allowed.map((entry) => (
            <tr key={entry.label}>
              <td>{entry.label}</td>
              <td>{entry.count}</td>
              <td>{entry.reason}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
