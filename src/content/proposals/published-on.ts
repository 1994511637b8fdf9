import type {Toolkit} from '../toolkit.ts';

/** The day of the first update that names a page; `undefined` where none does yet. */
export function publishedOn({updates}: Pick<Toolkit, 'updates'>, id: string): string | undefined {
  return updates
    .filter(({data}) => data.changes.some(({pages}) => pages.includes(id)))
    .map(({data}) => data.published.latest)
    .sort()[0];
}
