import {LONGEST_ADDRESS} from '../link-ledger/link-entry.ts';
import {isPublicUrl} from '../link-ledger/public-host.ts';
import {browserAddress, pageAddresses} from '../page-addresses.ts';
import type {PageFinding, PageRule} from '../rule.ts';

type Fault = Pick<PageFinding, 'problem' | 'fix'>;

export const noMalformedAddress: PageRule = {
  id: 'no-malformed-address',
  group: 'model',
  summary: 'A web address, `mailto:` or `tel:` is whole, and leads to the public web, a mailbox or a telephone.',
  why: 'A slip in an address is a link that fails for every reader, and a machine of an office is out of their reach.',
  good: [
    '[Minutes](https://parish.example/minutes?at=12:30#top) and <https://xn--mnchen-3ya.example/>',
    '[Minutes](https://münchen.example/größe) and [more](http://parish.example:8080/)',
    '[Write](mailto:office@parish.example?subject=High%20water) or [share](mailto:?body=Look)',
    '[Call](tel:+44-300-123-4567) or [call](tel:03001234567;ext=12)',
    '`https://` and `mailto:office` in code are no links',
    '```text\n<https://localhost/>\n```',
  ],
  bad: [
    '[Minutes](https://)',
    `[Minutes](https://parish.example/${'a'.repeat(LONGEST_ADDRESS)})`,
    '[Minutes](https:///minutes), [more](<https://parish .example/>) and [all](https://parish..example/)',
    '[Minutes](http://localhost:3000/), [more](http://192.168.0.1/) and [all](https://intranet/)',
    '[Minutes](https://[::ffff:10.0.0.1]/) and [more](http://2130706433/)',
    '[Write](mailto:office), [more](mailto://office@parish.example) and [all](<mailto:the office@parish.example>)',
    '[Call](tel:0300-ANSWER), [more](tel://03001234567) and [all](<tel:+44 (0)300 123 4567>)',
    '---\ntitle: Floods\nsources:\n  - url: https://parish,example/minutes\n---\n\nWords.\n',
  ],
  check: (page) =>
    pageAddresses(page).flatMap((found) => {
      const fault = judge(browserAddress(found.address));
      return fault ? [{place: found.place, end: found.end, ...fault}] : [];
    }),
};

function judge(address: string): Fault | undefined {
  if (/^https?:/i.test(address)) return judgeWeb(address);
  if (/^mailto:/i.test(address)) return judgeMail(address);
  if (/^tel:/i.test(address)) return judgeTelephone(address);
  return undefined;
}

function judgeWeb(address: string): Fault | undefined {
  if (address.length > LONGEST_ADDRESS) {
    return {
      problem: `address \`${shortened(address)}\` has ${address.length} characters, expected at most ${LONGEST_ADDRESS}`,
      fix: 'Look for a short address of the same page: what follows `?` can often go.',
    };
  }
  const url = /^https?:\/\/[^/\\]/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !hasHost(url)) {
    return {
      problem: `address \`${shortened(address)}\` names no host that can exist, expected one such as \`https://www.gov.uk/\``,
      fix: 'Open the page in a browser, and copy its address from there.',
    };
  }
  // A user name is another rule's matter.
  if (url.username !== '' || url.password !== '' || isPublicUrl(url)) return undefined;
  return {
    problem: `address \`${shortened(address)}\` leads to a machine or a port that readers do not reach, expected a public web site`,
    fix: 'Link to the place where the public finds it, or remove the link and keep its words.',
  };
}

/** Letters beyond ASCII have been turned into `xn--` by then. */
function hasHost({hostname}: URL): boolean {
  if (hostname.startsWith('[')) return true;
  return hostname
    .replace(/\.$/, '')
    .split('.')
    .every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label));
}

/** https://www.rfc-editor.org/rfc/rfc6068; without a mailbox it opens an empty letter, which is meant where words follow. */
function judgeMail(address: string): Fault | undefined {
  const [mailboxes = '', ...words] = address.slice('mailto:'.length).split('?');
  const isWhole = mailboxes.split(',').every((mailbox) => /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+$/.test(mailbox));
  if (isWhole || (mailboxes === '' && words.length > 0)) return undefined;
  return {
    problem: `address \`${shortened(address)}\` names no mailbox, expected \`mailto:office@parish.example\``,
    fix: 'Write the e-mail address right after `mailto:`, without spaces and slashes.',
  };
}

/** https://www.rfc-editor.org/rfc/rfc3966 */
function judgeTelephone(address: string): Fault | undefined {
  const [number = ''] = address.slice('tel:'.length).split(';');
  if (/^\+?[\d.*#-]*$/.test(number) && number.replace(/\D/g, '').length >= FEWEST_DIGITS) return undefined;
  return {
    problem: `address \`${shortened(address)}\` cannot be dialled, expected a number such as \`tel:+443001234567\``,
    fix: 'Write the digits alone, with `+44` in the place of the first 0: no letters, spaces, brackets or slashes.',
  };
}

/** `999`, `101` and `111` are numbers too. */
const FEWEST_DIGITS = 3;

const SHOWN = 100;

function shortened(address: string): string {
  const visible = address.replaceAll('`', '%60');
  return visible.length > SHOWN ? `${visible.slice(0, SHOWN)}...` : visible;
}
