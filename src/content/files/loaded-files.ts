import {fileText} from './file-text.ts';
import root from './root-files.json' with {type: 'json'};

/** What programs take for settings: hidden files, and code or data with a second dot, as `vite.config.ts` has. */
const SETTINGS_RE = /^\.|\..+\.(json[c5]?|ya?ml|toml|[cm]?[jt]sx?)$/;

/** What an editor leaves next to a file that is open. */
const OPEN_RE = /(\.sw[a-p]|#|~)$/;

/**
 * Whether a file or folder may be at the root of a toolkit. Programs look there for settings, each of which can run code,
 * replace pages or switch off checks. The engine passes every setting explicitly, so only those may be there that others need.
 */
export function mayBeAtRoot(name: string): boolean {
  const lower = name.toLowerCase();
  const isSettings = root.refused.includes(lower) || (SETTINGS_RE.test(lower) && !OPEN_RE.test(lower));
  return !isSettings || root.allowed.includes(lower);
}

/** Whether a `.npmrc` only says how much `npm` prints: every other setting can name a registry or what runs scripts. */
export function setsOnlyLogLevel(npmrc: Uint8Array | undefined): boolean {
  const lines = npmrc && fileText(npmrc)?.split(/[\r\n]+/);
  return lines?.every((line) => /^(?:[#;].*|loglevel=\w+)?$/.test(line)) === true;
}

/** What contributors change: text, pictures and data that are checked, and that no program runs. */
const CONTENT: readonly RegExp[] = [
  /^(docs|handbook|blog|ledgers|static(?!\/custom\.css$)|versioned_docs)\//,
  /^manual\/.+\.md$/,
  /^versioned_sidebars\/[^/]+\.json$/,
  /^(navigation|versions|check-baseline)\.json$/,
  /^words\.txt$/,
  // By name, because coding assistants follow `AGENTS.md`, `CLAUDE.md` and others like them.
  /^(\.github\/)?(README|CHANGELOG|CODE_OF_CONDUCT|CONTRIBUTING|SECURITY|SUPPORT|ARCHITECTURE|MAINTAINING|EXTENDING|LICEN[CS]E(-\w+)?)\.md$/,
];

/** Whether a file may run code, or change how the site is built and checked. */
export function isCode(path: string): boolean {
  return !CONTENT.some((content) => content.test(path));
}
