import type {World} from '../../../src/content/link-check/world.ts';

/** Where none of these names is known, no other is. */
const EVERYBODY_KNOWS = ['github.com', 'www.iana.org', 'archive.org'];

/** Whether this machine reaches the names of other sites at all. */
export async function hasNetwork({resolve}: Pick<World, 'resolve'>): Promise<boolean> {
  const known = await Promise.all(
    EVERYBODY_KNOWS.map((name) =>
      resolve(name).then(
        (ips) => ips.length > 0,
        () => false,
      ),
    ),
  );
  return known.includes(true);
}
