import {hash} from 'node:crypto';

/** Eight characters that change with the content, for names of files that browsers may cache for ever. */
export const shortHash = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 8);

/** The hash of an inline script in the form of a security policy. */
export const policyHash = (script: string): string => `'sha256-${hash('sha256', script, 'base64')}'`;

/** A hash of the whole length, to compare two contents. */
export const fullHash = (content: string | Uint8Array): string => hash('sha256', content, 'base64url');
