import ipaddr from 'ipaddr.js';

/** Domain names that are never on the public web: https://www.iana.org/assignments/special-use-domain-names. */
const PRIVATE_NAME_RE = /(^|\.)(localhost|local|internal|home\.arpa|lan|intranet|onion)\.?$/;

/** The form in which the URL parser writes IP addresses. A quick test, because parsing an IP address is slow. */
const MAY_BE_IP_RE = /^[\d.]+$|:/;

/** Ports of web servers; others belong to mail, databases and similar services. */
const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);

/** The metadata service of Azure, which looks public. That of Alibaba is in 100.64.0.0/10, which is refused anyway. */
const AZURE_METADATA = '168.63.129.16';

/**
 * Whether an IP address is on the public internet: not this computer, a private network, or an alias for one, such as
 * `::ffff:10.0.0.1`.
 */
export function isPublicIp(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  // Only 2000::/3 is public: the rest of IPv6 is unassigned, or contains old aliases such as `::7f00:1`.
  const isAssigned = address instanceof ipaddr.IPv4 || (address.parts[0] ?? 0) >> 13 === 1;
  return isAssigned && address.range() === 'unicast' && address.toString() !== AZURE_METADATA;
}

/** Whether an address may be requested, judging by its text. The IP address of its host is checked later. */
export function isPublicUrl({protocol, hostname, port, username, password}: URL): boolean {
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false;
  if (!WEB_PORTS.has(port)) return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (MAY_BE_IP_RE.test(host)) return isPublicIp(host);
  return host.includes('.') && !PRIVATE_NAME_RE.test(host);
}
