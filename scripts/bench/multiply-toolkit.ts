import {addressOf} from '../../src/content/page-id.ts';
import type {PageEntry, Toolkit} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';

/** A toolkit of many pages in memory, from copies of its own: updates say of each copy what they say of the page. */
export function multiplyToolkit(toolkit: Toolkit, count: number): Toolkit {
  const times = Math.ceil(count / allPages(toolkit).length);
  const copyId = (id: string, nth: number) => (nth === 0 ? id : `${id}-copy-${nth}`);
  const copies = <Entry extends PageEntry>(entries: readonly Entry[]): Entry[] =>
    entries.flatMap((entry) =>
      Array.from({length: times}, (_, nth) => {
        const id = copyId(entry.id, nth);
        return {...entry, id, address: addressOf(id), data: {...entry.data, title: `${entry.data.title} ${nth}`}};
      }),
    );
  return {
    ...toolkit,
    pages: copies(toolkit.pages),
    caseStudies: copies(toolkit.caseStudies),
    // A note for each copy: as many pages are named in as many notes as people would write.
    updates: toolkit.updates.map(({data, document}) => ({
      document,
      data: {
        ...data,
        changes: data.changes.flatMap((change) =>
          Array.from({length: times}, (_, nth) => ({...change, pages: change.pages.map((id) => copyId(id, nth))})),
        ),
      },
    })),
  };
}
