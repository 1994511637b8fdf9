import type {CountedChange} from '../../content/counted-changes.ts';
import {countOf} from '../wording.ts';

/** What to do for those who adopted an edition, before they read what changed. */
export function StepsSince({edition, changes}: {edition: string; changes: readonly CountedChange[]}) {
  const asking = changes.filter(({what_to_do: action}) => action !== undefined).length;
  return (
    <section>
      <h2>What to do</h2>
      <ol>
        <li>
          Look up the pages that you rely on among those that differ. Each leads to the words before and after, and to
          the page of today.
        </li>
        <li>
          {asking === 0
            ? 'None of the changes below asks for more than that.'
            : `Of the changes below, ${countOf(asking, 'asks', 'ask')} you to do something: look for “What to do”.`}
        </li>
        <li>If you quote the edition, name it as edition {edition}: its words stay as they were.</li>
      </ol>
    </section>
  );
}
