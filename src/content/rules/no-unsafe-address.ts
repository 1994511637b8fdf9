import {browserAddress, pageAddresses} from '../page-addresses.ts';
import type {PageFinding, PageRule} from '../rule.ts';

type Fault = Pick<PageFinding, 'problem' | 'fix'>;

const SAFE_SCHEMES = ['https', 'http', 'mailto', 'tel'];

/** As browsers see one at the start of an address: https://url.spec.whatwg.org/#scheme-start-state */
const SCHEME_RE = /^([a-z][a-z\d+.-]*):/i;

export const noUnsafeAddress: PageRule = {
  id: 'no-unsafe-address',
  group: 'safety',
  summary: 'An address begins with `https:`, `http:`, `mailto:` or `tel:`, or leads to a file of this toolkit.',
  why: 'An address can run code in the browser of a reader, open a file of the building machine, or hide where it leads.',
  good: [
    '[Minutes](https://parish.example/minutes?at=12:30&to=a@b)',
    '<clerk.office@parish.example>, [call](tel:+443001234567) or [write](mailto:office@parish.example)',
    '[Homes](../index.md#mind!), [offer](/contribute/), [below](#below), ![River](../river.svg)',
    '---\ntitle: "Data: what to keep"\ndescription: See //-comments and file:names.\n---\n\nWords.\n',
    '`javascript:alert(1)` and \\[x](javascript:alert(1))',
  ],
  bad: [
    '[Minutes](javascript:alert(1))',
    '[Minutes](JaVaScRiPt:alert(1)) and ![x](data:image/svg+xml,x)',
    '[Minutes](java&Tab;script&colon;alert(1)) and [more](<\u0001javascript:alert(1)>)',
    '[Minutes][m]\n\n[m]: <vbscript:msgbox>',
    '<file:///etc/hosts>',
    '[Sign in](https://www.gov.example@elsewhere.example/)',
    '[Minutes](//elsewhere.example/) and [more](/\\elsewhere.example/)',
    '---\ntitle: Floods\nsources:\n  - url: " javascript:alert(1)"\n---\n\nWords.\n',
    '[Settings](../../package.json), [more](@site/package.json) and [all](/..%2fpackage.json)',
    '[Figures](figures.csv?x!./homes.md) and ![x](a%21b.png)',
  ],
  check: (page) =>
    pageAddresses(page).flatMap((found) => {
      const fault = judge(browserAddress(found.address), page.document.path);
      return fault ? [{place: found.place, end: found.end, ...fault}] : [];
    }),
};

function judge(address: string, path: string): Fault | undefined {
  const scheme = SCHEME_RE.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) return judgeScheme(scheme, address);
  if (/^[\\/]{2}/.test(address)) {
    return {
      problem: `address \`${address}\` leaves out how it is fetched, expected \`https://\` before the host`,
      fix: `Write \`https:${address.replaceAll('\\', '/')}\`, or one \`/\` for a page of this toolkit.`,
    };
  }
  return judgePath(address, path);
}

function judgeScheme(scheme: string, address: string): Fault | undefined {
  if (!SAFE_SCHEMES.includes(scheme)) {
    return {
      problem: `address begins with \`${scheme}:\`, expected one of ${SAFE_SCHEMES.map((safe) => `\`${safe}:\``).join(', ')}`,
      fix: 'Link to a page on the web, or remove the link and keep its words.',
    };
  }
  // A user name ends with `@`.
  if (!scheme.startsWith('http') || !address.includes('@')) return undefined;
  const {username = '', password = '', host = ''} = URL.canParse(address) ? new URL(address) : {};
  if (username === '' && password === '') return undefined;
  return {
    problem: `address holds a user name before \`@${host}\`, expected the host alone`,
    fix: `Check that \`${host}\` is where it should lead, and remove what stands before it.`,
  };
}

/** What follows a `!` the build would use as a loader, which is code: https://webpack.js.org/concepts/loaders/#inline. */
function judgePath(address: string, path: string): Fault | undefined {
  const plain = decode(address.split('#', 1)[0] ?? '');
  if (plain.includes('!')) {
    return {
      problem: `address \`${address}\` holds \`!\`, which the build takes for an order, expected a plain path`,
      fix: 'Name the file without `!`, and write that name.',
    };
  }
  if (!plain.startsWith('@') && !leavesFolders(plain.split('?', 1)[0] ?? '', path)) return undefined;
  return {
    problem: `address \`${address}\` leads out of the folders of this toolkit, expected a page, a picture or a download`,
    fix: 'Write the path of a file in this folder, or `/` and the path of a file in `static/`.',
  };
}

/** Whether a link reaches files that no reader should get: the build publishes what a link names, wherever it lies. */
function leavesFolders(file: string, path: string): boolean {
  // The first folder of the page is the toolkit's: `docs`, `handbook`, or the one of an edition.
  const first = path.startsWith('versioned_docs/') ? 2 : 1;
  let depth = file.startsWith('/') ? 0 : path.split('/').slice(first, -1).length;
  for (const part of file.split(/[\\/]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
