import {judgeAddresses} from '../addresses/judge-addresses.ts';
import {DOCUMENT} from '../document/document-parts.ts';
import type {Finding, Problem} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {fileOfAddress} from './addresses.ts';
import {judgeLinks} from './judge-links.ts';
import {judgeRedirects} from './judge-redirects.ts';
import type {LinkedSite} from './linked-site.ts';

/** Everything that is wrong with the links of a built site, and with the addresses that it once had. */
export function judgeBuiltSite(site: LinkedSite, toolkit: Toolkit): Problem[] {
  return [
    ...withoutEchoes(judgeLinks(site)).map((finding) => toError(finding, 'no-broken-link')),
    ...judgeRedirects(site).map((finding) => toError(finding, 'no-conflicting-address')),
    ...judgeAddresses(site, toolkit),
  ];
}

/** The document repeats every page: only what is wrong in it alone is told of it. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const own = findings.filter(({path}) => path !== fileOfAddress(DOCUMENT));
  return own.length > 0 ? own : findings;
}

function toError(finding: Finding, ruleId: string): Problem {
  return {...finding, severity: 'error', ruleId};
}
