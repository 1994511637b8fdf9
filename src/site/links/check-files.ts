import {addressOfFile, fileOfAddress} from '../../content/addresses/addresses.ts';
import {EACH_PAGE} from '../../content/addresses/file-record.ts';
import type {Problem} from '../../content/problem.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import type {LinkedSite} from './scan-links.ts';

/** Files on record that the built site does not have; before the first update nothing is published. */
export function checkPublishedFiles({files: built}: Pick<LinkedSite, 'files'>, toolkit: Toolkit): Problem[] {
  const {fileRecord: record, updates} = toolkit;
  if (!record || updates.length === 0) return [];
  const addresses = [...built].map(addressOfFile);
  return record.data.files.flatMap((family, index): Problem[] => {
    const wanted = family.startsWith(EACH_PAGE)
      ? allPages(toolkit).map(({address}) => family.replace(EACH_PAGE, address))
      : [family];
    const missing = wanted.find((address) => !isBuilt(address));
    if (missing === undefined) return [];
    return [
      {
        path: record.document.path,
        place: record.document.placeOf(['files', index]),
        severity: 'error',
        ruleId: 'no-lost-address',
        problem: `\`${missing}\` was published and the built site has no such file, expected one`,
        fix: `Bring it back, or move \`${family}\` to \`removed\` with the day, the reason and what to use instead.`,
      },
    ];
  });

  function isBuilt(address: string): boolean {
    if (!address.includes('*')) return built.has(fileOfAddress(address));
    const [start = '', ...rest] = address.split('*');
    const end = rest.pop() ?? '';
    const isLike = (other: string) => rest.every((part) => other.includes(part));
    return addresses.some((other) => other.startsWith(start) && other.endsWith(end) && isLike(other));
  }
}
