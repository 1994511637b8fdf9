import ipaddr from 'ipaddr.js';

/** Names that never lead to the public web: https://www.iana.org/assignments/special-use-domain-names. */
const PRIVATE_NAME_RE = /(^|\.)(localhost|local|internal|home\.arpa|lan|intranet|onion)\.?$/;

/** How the URL parser writes every IP address: anything else need not be read as one, which takes long. */
const MAY_BE_IP_RE = /^[\d.]+$|:/;

/** Ports of web servers; the others below 1024 belong to mail, files and the like. */
const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);
const FIRST_FREE_PORT = 1024;

/**
 * Whether a machine at this IP address belongs to the public internet: not this one, nor a private network, nor what
 * can stand for one, such as `::ffff:10.0.0.1`.
 */
export function isPublicIp(ip: string): boolean {
  return ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'unicast' && !isMetadata(ip);
}

/** Whether an address may be asked for, as far as its words tell: what its name stands for is judged once it is known. */
export function isPublicUrl({protocol, hostname, port, username, password}: URL): boolean {
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false;
  if (!WEB_PORTS.has(port) && Number(port) < FIRST_FREE_PORT) return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (MAY_BE_IP_RE.test(host)) return isPublicIp(host);
  return host.includes('.') && !PRIVATE_NAME_RE.test(host);
}

/** Clouds tell secrets at addresses that look public: Azure at this one, Alibaba within 100.64.0.0/10, which is not. */
function isMetadata(ip: string): boolean {
  return ipaddr.process(ip).toString() === '168.63.129.16';
}
