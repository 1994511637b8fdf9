import type {ReactNode} from 'react';

/** Where the script shows what it found; `children` are shown until then, and always without a script. */
export function Results({children}: {children: ReactNode}) {
  return (
    <>
      <ol className="entry-list" data-results hidden />
      <p>
        <button type="button" data-more hidden>
          Show more results
        </button>
      </p>
      <div data-fallback>{children}</div>
    </>
  );
}
