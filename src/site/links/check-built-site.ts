import {addressOfFile, fileOfAddress} from '../../content/addresses/addresses.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import type {Finding, Problem} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {checkPublishedAddresses} from './check-addresses.ts';
import {checkPublishedFiles} from './check-files.ts';
import {brokenLinkFindings} from './check-links.ts';
import type {LinkedSite} from './scan-links.ts';

/** Every problem with the links of a built site, and with the addresses that it once had. */
export function checkBuiltSite(site: LinkedSite, toolkit: Toolkit): Problem[] {
  return [
    ...brokenLinkFindings(site).map((finding): Problem => ({...finding, severity: 'error', ruleId: 'no-broken-link'})),
    ...checkRedirects(site).map(
      (finding): Problem => ({...finding, severity: 'error', ruleId: 'no-conflicting-address'}),
    ),
    ...checkPublishedAddresses(site, toolkit),
    ...checkPublishedFiles(site, toolkit),
  ];
}

/** Finds every redirect that leads to another redirect, or to itself. */
export function checkRedirects(site: LinkedSite): Finding[] {
  const targets = new Map<string, string>();
  for (const {file, refresh} of site.pages) {
    const address = addressOfFile(file);
    const next = refresh === undefined ? undefined : resolveLink(site, address, refresh);
    if (next?.kind === 'here') targets.set(address, next.address);
  }
  return [...targets].flatMap(([address, to]): Finding[] => {
    const next = targets.get(to);
    if (next === undefined) return [];
    const onward = to === address ? 'itself' : `\`${to}\`, which leads on to \`${next}\``;
    const problem = `redirect leads to ${onward}, expected a page in one step`;
    return [{path: fileOfAddress(address), problem, fix: 'Redirect directly to the final page.'}];
  });
}
