import ipaddr from 'ipaddr.js';

/** Domain names that are never on the public web: https://www.iana.org/assignments/special-use-domain-names. */
const PRIVATE_NAME_RE = /(^|\.)(localhost|local|internal|home\.arpa|lan|intranet|onion)\.?$/;

/** The form in which the URL parser writes IP addresses. A quick test, because parsing an IP address is slow. */
const MAY_BE_IP_RE = /^[\d.]+$|:/;

/** Ports of web servers; other ports below 1024 belong to mail, files and similar services. */
const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);
const FIRST_FREE_PORT = 1024;

/**
 * Whether an IP address is on the public internet: not this computer, a private network, or an alias for one, such as
 * `::ffff:10.0.0.1`.
 */
export function isPublicIp(ip: string): boolean {
  return ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'unicast' && !isMetadata(ip);
}

/** Whether an address may be requested, judging by its text. The IP address of its host is checked later. */
export function isPublicUrl({protocol, hostname, port, username, password}: URL): boolean {
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false;
  if (!WEB_PORTS.has(port) && Number(port) < FIRST_FREE_PORT) return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (MAY_BE_IP_RE.test(host)) return isPublicIp(host);
  return host.includes('.') && !PRIVATE_NAME_RE.test(host);
}

/** The metadata service of Azure, which looks public. That of Alibaba is in 100.64.0.0/10, which is refused anyway. */
function isMetadata(ip: string): boolean {
  return ipaddr.process(ip).toString() === '168.63.129.16';
}
