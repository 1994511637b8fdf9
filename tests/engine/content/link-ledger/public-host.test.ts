import {expect, test} from 'vitest';
import {isPublicIp, isPublicUrl} from '../../../../src/content/link-ledger/public-host.ts';

test.each(['8.8.8.8', '151.101.0.144', '2a00:1450:4009::200e', '::ffff:8.8.8.8'])('%s is public', (ip) => {
  expect(isPublicIp(ip)).toBe(true);
});

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.100.100.200',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '::',
  '::1',
  'fe80::1',
  'fe80::1%eth0',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::10.0.0.1',
  '::7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:1::',
  'no address',
  '',
])('%j is not public', (ip) => {
  expect(isPublicIp(ip)).toBe(false);
});

test.each(['https://www.gov.uk/', 'http://parish.example:8080/', 'https://8.8.8.8/', 'https://[2a00:1450::1]/'])(
  '%s may be asked for',
  (address) => expect(isPublicUrl(new URL(address))).toBe(true),
);

test.each([
  'ftp://parish.example/',
  'file:///etc/passwd',
  'https://user@parish.example/',
  'http://localhost/',
  'http://intranet/',
  'http://router.local/',
  'http://a.localhost/',
  'http://metadata.google.internal/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://parish.example:22/',
  'http://parish.example:25/',
  'http://parish.example:6379/',
  'http://8.8.8.8:2375/',
  'http://[::127.0.0.1]/',
])('%s may not', (address) => {
  expect(isPublicUrl(new URL(address))).toBe(false);
});
