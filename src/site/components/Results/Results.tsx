import type {ReactNode} from 'react';
import {template} from '../template.ts';
import {useText} from '../use-site.ts';

/** Where the script shows what it found; `children` are shown until then, and always without a script. */
export function Results({children}: {children: ReactNode}) {
  const {search: t} = useText();
  return (
    <>
      <ol className="entry-list" data-results data-covers={template(t.covers)} hidden />
      <p>
        <button type="button" data-more hidden>
          {t.more}
        </button>
      </p>
      <div data-fallback>{children}</div>
    </>
  );
}
