import {expect, test} from 'vitest';
import {isPublicIp, isPublicUrl} from '../../../../src/content/link-ledger/public-host.ts';

test.each(['8.8.8.8', '151.101.0.144', '2a00:1450:4009::200e', '::ffff:8.8.8.8'])('%s is public', (ip) => {
  expect(isPublicIp(ip)).toBe(true);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '169.254.169.254',
  '100.100.100.200',
  '0.0.0.0',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1%eth0',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:1::',
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
  'https://user@parish.example/',
  'http://localhost/',
  'http://router.local/',
  'http://metadata.google.internal/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://parish.example:25/',
  'http://8.8.8.8:2375/',
  'http://[::127.0.0.1]/',
])('%s may not', (address) => {
  expect(isPublicUrl(new URL(address))).toBe(false);
});
