import type {CheckContext} from '../../content/check-context.ts';
import {MAX_ADDRESS_LENGTH} from '../../content/link-ledger/link-ledger.ts';
import {isPublicUrl} from '../../content/link-ledger/public-host.ts';
import {browserAddress, type PageAddress, pageAddresses} from '../../content/markdown/page-addresses.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import type {Fault} from '../../content/problem.ts';
import type {PageRule} from '../rule.ts';
import about from './no-unsafe-address.json' with {type: 'json'};

const SAFE_SCHEMES = ['https', 'http', 'mailto', 'tel'];

/** A scheme as browsers parse it: https://url.spec.whatwg.org/#scheme-start-state */
const SCHEME_RE = /^([a-z][a-z\d+.-]*):/i;

export const noUnsafeAddress: PageRule = {
  id: 'no-unsafe-address',
  group: 'safety',
  ...about,
  bad: [...about.bad, `[Minutes](https://parish.example/${'a'.repeat(MAX_ADDRESS_LENGTH)})`],
  check: (page, {config}) =>
    pageAddresses(page).flatMap((pageAddress) => {
      const fault = checkAddress(pageAddress, page, config);
      return fault ? [{place: pageAddress.place, end: pageAddress.end, ...fault}] : [];
    }),
};

function checkAddress(pageAddress: PageAddress, page: ParsedPage, {url}: CheckContext['config']): Fault | undefined {
  const address = browserAddress(pageAddress.address);
  const scheme = SCHEME_RE.exec(address)?.[1]?.toLowerCase();
  const isOther = /^(https?:|[\\/]{2})/i.test(address) && !address.startsWith(`${url}/`);
  if (pageAddress.isImage && isOther) {
    return {
      problem: `picture is on another site, \`${shortened(pageAddress.address)}\`, expected a file in this toolkit`,
      fix: 'If its licence allows, save it next to the page or in `static/` and write its path. If not, link to it.',
    };
  }
  // A path reaches only what the toolkit has read, and the rule for links finds the others.
  if (scheme === undefined) return checkHostless(address);
  const isCurrent = page.kind === 'page' || page.kind === 'case-study';
  // An edition may contain an address that no longer works, but not an unsafe one.
  return checkScheme(scheme, address) ?? (isCurrent ? checkForm(scheme, address) : undefined);
}

function checkHostless(address: string): Fault | undefined {
  if (!/^[\\/]{2}/.test(address)) return undefined;
  return {
    problem: `address \`${shortened(address)}\` has no \`https:\`, expected \`https://\` before the host`,
    fix: `Write \`https:${address.replaceAll('\\', '/')}\`, or begin with a single \`/\` for a page in this toolkit.`,
  };
}

function checkScheme(scheme: string, address: string): Fault | undefined {
  if (!SAFE_SCHEMES.includes(scheme)) {
    return {
      problem: `address begins with \`${scheme}:\`, expected one of ${SAFE_SCHEMES.map((safe) => `\`${safe}:\``).join(', ')}`,
      fix: 'Link to a page on the web, or remove the link and keep its text.',
    };
  }
  // A user name ends with `@`.
  if (!scheme.startsWith('http') || !address.includes('@')) return undefined;
  const {username = '', password = '', host = ''} = URL.canParse(address) ? new URL(address) : {};
  if (username === '' && password === '') return undefined;
  return {
    problem: `address has a user name before \`@${host}\`, expected the host only`,
    fix: `Check that \`${host}\` is the site you mean, and delete the text before it.`,
  };
}

/** Checks that an address is complete, and reaches the public web, a mailbox or a telephone. */
function checkForm(scheme: string, address: string): Fault | undefined {
  if (scheme === 'mailto') return checkMail(address);
  return scheme === 'tel' ? checkTelephone(address) : checkWeb(address);
}

function checkWeb(address: string): Fault | undefined {
  if (address.length > MAX_ADDRESS_LENGTH) {
    return {
      problem: `address \`${shortened(address)}\` has ${address.length} characters, expected at most ${MAX_ADDRESS_LENGTH}`,
      fix: 'Find a shorter address for the page. You can often remove the text after `?`.',
    };
  }
  const url = /^https?:\/\/[^/\\]/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !hasHost(url)) {
    return {
      problem: `address \`${shortened(address)}\` has no valid host, expected an address such as \`https://www.gov.uk/\``,
      fix: 'Open the page in a browser, and copy its address.',
    };
  }
  if (isPublicUrl(url)) return undefined;
  return {
    problem: `address \`${shortened(address)}\` is a server or port that readers cannot reach, expected a public website`,
    fix: 'Link to a public copy, or remove the link and keep its text.',
  };
}

/** Checks the labels of a host; `URL` has converted non-ASCII letters to `xn--`. */
function hasHost({hostname}: URL): boolean {
  if (hostname.startsWith('[')) return true;
  return hostname
    .replace(/\.$/, '')
    .split('.')
    .every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label));
}

/** https://www.rfc-editor.org/rfc/rfc6068 allows no mailbox if there is a text to share. */
function checkMail(address: string): Fault | undefined {
  const [mailboxes = '', ...words] = address.slice('mailto:'.length).split('?');
  const isWhole = mailboxes.split(',').every((mailbox) => /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+$/.test(mailbox));
  if (isWhole || (mailboxes === '' && words.length > 0)) return undefined;
  return {
    problem: `address \`${shortened(address)}\` has no valid mailbox, expected one such as \`mailto:office@parish.example\``,
    fix: 'Write the email address directly after `mailto:`, without spaces or slashes.',
  };
}

/** https://www.rfc-editor.org/rfc/rfc3966 */
function checkTelephone(address: string): Fault | undefined {
  const [number = ''] = address.slice('tel:'.length).split(';');
  if (/^\+?[\d.*#-]*$/.test(number) && number.replace(/\D/g, '').length >= MIN_DIGITS) return undefined;
  return {
    problem: `address \`${shortened(address)}\` has no number to dial, expected one such as \`tel:+443001234567\``,
    fix: 'Write digits only, with `+44` instead of the first 0. Leave out letters, spaces, brackets and slashes.',
  };
}

/** The length of `999`, `101` and `111`. */
const MIN_DIGITS = 3;

const SHOWN = 100;

function shortened(address: string): string {
  const visible = address.replaceAll('`', '%60');
  return visible.length > SHOWN ? `${visible.slice(0, SHOWN)}...` : visible;
}
