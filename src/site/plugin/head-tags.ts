import {Parser} from 'htmlparser2';
import type {Problem} from '../../content/problem.ts';

/** What a plugin or the configuration adds to the head of every page. */
export interface HeadTags {
  /** HTML without scripts; scripts of other sites follow it. */
  html: string;
  /** The origins of these scripts, for the security policy. */
  origins: readonly string[];
}

/** The links in a head that load nothing from elsewhere and change no style. */
const SAFE_LINKS = ['icon', 'apple-touch-icon', 'mask-icon', 'alternate', 'author', 'license', 'me', 'manifest'];

/**
 * Reads the tags that `injectHtmlTags` of plugins and `headTags`, `scripts` and `stylesheets` of the configuration add to
 * each page, as Docusaurus renders them. A script needs an address of its own and `integrity`, so that its host cannot
 * change what readers run.
 */
export function readHeadTags(tags: string): HeadTags & {problems: Problem[]} {
  const problems: Problem[] = [];
  const origins: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const {src = '', integrity, rel = '', 'http-equiv': equivalent} = attributes;
      if (name === 'meta' && equivalent === undefined) return;
      if (name === 'link' && rel.split(' ').every((kind) => SAFE_LINKS.includes(kind))) return;
      if (name === 'script' && integrity !== undefined && URL.canParse(src)) origins.push(new URL(src).origin);
      else if (name !== 'script' || !src.startsWith('/')) problems.push(refuse(name, attributes));
    },
  });
  parser.end(tags);
  return {html: tags, origins, problems};
}

function refuse(name: string, {src, href, rel}: Readonly<Record<string, string>>): Problem {
  const written = [
    `<${name}`,
    rel && ` rel="${rel}"`,
    (src ?? href) && ` ${src ? 'src' : 'href'}="${src ?? href}"`,
    '>',
  ];
  return {
    path: 'docusaurus.config.ts',
    ruleId: 'no-invalid-configuration',
    severity: 'error',
    problem: `a plugin or the configuration adds \`${written.filter(Boolean).join('')}\` to pages, expected metadata, or a script with \`src\` and \`integrity\``,
    fix:
      name === 'script'
        ? 'List it as `scripts: [{src, integrity, crossorigin: "anonymous"}]` in `docusaurus.config.ts`, or remove it.'
        : 'Remove it. Style sheets in `clientModules` work, and `theme` in `toolkit.config.ts` changes colours and fonts.',
  };
}
