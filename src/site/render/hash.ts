import {createHash} from 'node:crypto';

/** Eight characters that change with the content, for names of files that browsers may cache for ever. */
export function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

/** The hash of an inline script in the form of a security policy. */
export function policyHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** A hash of the whole length, to compare two contents. */
export function fullHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
