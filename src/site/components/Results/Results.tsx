import type {ReactNode} from 'react';
import {useText} from '../use-site.ts';

/** Where the script shows what it found; `children` are shown until then, and always without a script. */
export function Results({children}: {children: ReactNode}) {
  const {search: t} = useText();
  return (
    <>
      <ol className="entry-list" data-results data-covers={t.covers('{term}', '{name}')} hidden />
      <p>
        <button type="button" data-more hidden>
          {t.more}
        </button>
      </p>
      <div data-fallback>{children}</div>
    </>
  );
}
