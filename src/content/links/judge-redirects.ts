import type {Finding} from '../problem.ts';
import {addressOfFile} from './addresses.ts';
import type {LinkedSite} from './linked-site.ts';
import {resolveLink} from './resolve-link.ts';

/** Finds every built page that sends readers to a page which sends them on, or back. */
export function judgeRedirects(site: LinkedSite): Finding[] {
  const targets = new Map(
    site.pages.flatMap(({file, refresh}) => {
      const address = addressOfFile(file);
      const next = refresh === undefined ? undefined : resolveLink(site, address, refresh);
      return next?.kind === 'here' ? [[address, next.address]] : [];
    }),
  );
  return site.pages.flatMap(({file}): Finding[] => {
    const address = addressOfFile(file);
    const to = targets.get(address);
    const next = to === undefined ? undefined : targets.get(to);
    if (next === undefined) return [];
    const onward = to === address ? 'itself' : `\`${to}\`, which leads on to \`${next}\``;
    const problem = `redirect leads to ${onward}, expected a page in one step`;
    return [{path: file, problem, fix: 'Let it lead straight to the page at its end.'}];
  });
}
