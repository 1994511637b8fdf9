import {addressOf, idsOf, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {fileOfPage} from './page-file.ts';
import {shownPlace} from './places.ts';

/** What is in the way at a target: a file, an address that leads elsewhere, or one that readers knew another page by. */
export function findCollision(
  file: string,
  target: string,
  moving: ReadonlyMap<string, string>,
  toolkit: Toolkit,
  files: readonly string[],
): Fault[] {
  const there = files.find((other) => other.toLowerCase() === target.toLowerCase() && !moving.has(other));
  if (there !== undefined) {
    const differs = there === target ? '' : ', with other capitals,';
    return [
      {
        problem: `\`${shownPlace(there)}\` is there already${differs} and would be overwritten, expected a free place`,
        fix: 'Choose another name.',
      },
    ];
  }
  if (!target.endsWith('.md')) return [];
  const address = addressOf(pageIdOf(target));
  const own = idsOf(pageIdOf(file), allPages(toolkit).find((page) => page.document.path === file)?.data.redirect_from);
  const claiming = allPages(toolkit).find(
    (page) =>
      !moving.has(page.document.path) &&
      [page.address, ...(page.data.redirect_from ?? [])].some((one) => one.toLowerCase() === address.toLowerCase()),
  );
  if (claiming) {
    return [
      {
        problem: `\`${address}\` leads to \`${claiming.id}\`, expected an address that was never used`,
        fix: 'Choose another name.',
      },
    ];
  }
  const earlier = knownIds(toolkit).find((id) => addressOf(id) === address && !own.includes(id));
  if (earlier === undefined || moving.has(fileOfPage(earlier))) return [];
  return [
    {
      problem: `\`${address}\` was the address of another page, \`${earlier}\`, expected one that was never used`,
      fix: 'Choose another name.',
    },
  ];
}

/** Every id under which readers may know a page: put live or named by an update, or frozen in an edition. */
function knownIds({published, updates, editions}: Toolkit): string[] {
  return [
    ...published.ids,
    ...updates.flatMap(({data}) => data.changes.flatMap(({pages}) => pages)),
    ...editions.flatMap(({pages}) => pages.map(({id}) => id)),
  ];
}
