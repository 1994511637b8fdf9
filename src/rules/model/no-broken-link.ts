import {addressOfFile, hrefOf, type SitePlaces} from '../../content/addresses/addresses.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import {addressOfSource, decode, fileOfTarget, relativePath} from '../../content/addresses/source-files.ts';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {destinationsIn} from '../../content/markdown/edit/link-destinations.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {type PagesAt, pageIdOf} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {isPage, navigationOf, type Toolkit} from '../../content/toolkit.ts';
import {nearest} from '../../format/nearest.ts';
import {pageExample, updateExample} from '../examples/example-files.ts';
import {isDerived, sitePlaces} from '../files/site-places.ts';
import type {Rule} from '../rule.ts';
import {destinationChecker, type LinkFault} from '../text/check-destination.ts';

const FLOODS = 'docs/priorities/floods.md';

const linking = (words: string) => ({[FLOODS]: pageExample('Floods', '', words)});

const footer = (to: string) => ({[NAVIGATION_FILE]: JSON.stringify({footer: [{label: 'More', to}]}, null, 2)});

export const noBrokenLink: Rule = {
  id: 'no-broken-link',
  group: 'model',
  summary:
    'Every link and picture in pages and the navigation works. The build checks the finished site in the same way, feeds and generated pages included.',
  why: 'Broken links frustrate readers, and make them doubt the rest of the toolkit.',
  good: [
    linking('See [homes](homes.md), or [start](../index.md).'),
    linking('See [below](#who-helps).\n\n## Who helps\n\nNeighbours.'),
    linking('See [case studies](/case-studies/) and [updates](/updates/).'),
    linking('See [homes](/toolkit/priorities/homes/#sources), or [another site](https://other.example/gone/).'),
    {
      ...linking('See [the plan](/plan.pdf).\n\n![A weir](weir.png)'),
      'static/plan.pdf': '%PDF-',
      'docs/priorities/weir.png': '',
    },
    {...linking('See [this update](/updates/2026-11-02/).'), 'blog/a.md': updateExample('2026-11-02', 'index')},
    linking('Write `[homes](hoems.md)` to link to a page.'),
    footer('/toolkit/priorities/homes/'),
  ],
  bad: [
    linking('See [homes](hoems.md).'),
    linking('See [homes](../homes.md).'),
    linking('See [below](#who-help).\n\n## Who helps\n\nNeighbours.'),
    linking('See [homes](homes.md#cost).'),
    {...linking('See [homes](/old/#cost).'), 'docs/homes.md': pageExample('Homes', 'redirect_from: [/old/]\n')},
    linking('See [homes](/toolkit/priorities/hoems/).'),
    linking('See [case studies](/case-study/).'),
    linking('See [homes][].\n\n[homes]: hoems.md'),
    linking('See [this update](/updates/2026-11-02/).'),
    linking('![A weir](weir.png)'),
    linking('See [the plan](/plan.pdf).'),
    footer('/toolkit/priorities/hoems/'),
  ],
  check(toolkit) {
    const site = {...sitePlaces(toolkit), pages_at: toolkit.config.pages_at};
    const explainDestination = destinationChecker(site);
    const explain = (from: string, target: string, written: string): LinkFault | undefined => {
      const destination = resolveLink(site, from, target);
      const isUnknown = destination.kind === 'here' && isDerived(destination.address);
      return isUnknown ? undefined : explainDestination(destination, 'live', written);
    };
    const paths = new Set(toolkit.files.map(({path}) => path));
    const pages = toolkit.documents.filter((entry) => isPage(entry) && !entry.isManual);
    return [
      ...pages.flatMap(({document}) => brokenIn(document, paths, site, explain)),
      ...brokenInNavigation(toolkit, site, explain),
    ];
  },
};

type Explain = (from: string, target: string, written: string) => LinkFault | undefined;

function brokenIn(
  document: SourceDocument,
  paths: ReadonlySet<string>,
  site: SitePlaces & PagesAt,
  explain: Explain,
): Finding[] {
  const {path, text} = document;
  const placeAt = createPlaceFinder(text);
  return destinationsIn(text).flatMap(({url, isImage, start, end}): Finding[] => {
    const at = {path, place: placeAt(start), end: placeAt(end)};
    if (isImage && !/^(\/|[a-z][a-z\d+.-]*:)/i.test(url))
      return brokenPicture(path, url, paths).map((fault) => ({...at, ...fault}));
    const file = fileOfTarget(path, url);
    const isPageFile = file !== undefined && PAGE_FILE_RE.test(file);
    const target = isPageFile ? addressOfSource(site, file) + url.replace(/^[^?#]*/, '') : url;
    const fault = explain(addressOfSource(site, path), inside(site.baseUrl, target), url);
    if (!fault) return [];
    const isMissing = isPageFile && !paths.has(file);
    const problem = isMissing ? `link to \`${file}\`, which does not exist, expected a page` : fault.problem;
    const corrected = fault.meant && correctedTarget(site, path, url, fault.meant);
    if (isGeneratedPage(pageIdOf(path)))
      return [{...at, problem, fix: 'Solve the other problems, then run `npm run generate`: this page is generated.'}];
    if (corrected === undefined) return [{...at, problem, fix: fault.fix}];
    const fix = `Write \`${corrected}\`, or run \`npm run check -- --fix\`.`;
    const form = `${problem}. Write \`${corrected}\`.`;
    return [{...at, problem, fix, form, edit: {start, end, text: corrected}}];
  });
}

const PAGE_FILE_RE = /^(docs|handbook|versioned_docs\/[^/]+)\//;

/** Docusaurus adds the base URL, and the slash at the end of the address of a page. */
function inside(baseUrl: string, url: string): string {
  if (!/^\/(?!\/)/.test(url)) return url;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const whole = path.endsWith('/') || /\.\w+$/.test(path) ? path : `${path}/`;
  return (whole.startsWith(baseUrl) ? whole : encodeURI(baseUrl) + whole.slice(1)) + rest;
}

function brokenPicture(path: string, url: string, paths: ReadonlySet<string>): LinkFault[] {
  const folder = path.replace(/[^/]*$/, '');
  const file = decode(new URL(url, `https://files.example/${folder}`).pathname.slice(1));
  if (paths.has(file)) return [];
  const pictures = [...paths].filter((other) => other.startsWith(folder) && !other.endsWith('.md'));
  const near = nearest(file, pictures);
  return [
    {
      problem: `picture \`${file}\` does not exist, expected a file`,
      fix: near ? `Write \`${relativePath(path, near)}\`, the nearest file.` : 'Add the file, or correct the address.',
    },
  ];
}

function brokenInNavigation(toolkit: Toolkit, {baseUrl}: SitePlaces, explain: Explain): Finding[] {
  const navigation = navigationOf(toolkit);
  if (!navigation) return [];
  return frontMatterTexts(navigation.frontMatter).flatMap(({path, text}): Finding[] => {
    // Another rule checks the page for contributors.
    if (!['to', 'href'].includes(String(path.at(-1))) || path[0] === 'contribute') return [];
    const fault = explain('/', inside(baseUrl, text), text);
    return fault
      ? [{path: navigation.path, place: navigation.placeOf(path), problem: fault.problem, fix: fault.fix}]
      : [];
  });
}

/**
 * The target of a link, corrected to the address and anchor that it means, in the author's form: a file, a path or a
 * whole address. `undefined` if it would need escapes.
 */
function correctedTarget(
  site: SitePlaces,
  from: string,
  target: string,
  meant: NonNullable<LinkFault['meant']>,
): string | undefined {
  const [, written = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const place = meant.address === undefined ? written : pathTo(site, from, written, meant.address);
  if (meant.address !== undefined && /[()<>\s]/.test(place)) return undefined;
  return place + query + (meant.anchor === '' ? '' : `#${encodeURI(meant.anchor)}`);
}

function pathTo(site: SitePlaces, from: string, path: string, address: string): string {
  const source = site.pages.find(({file}) => addressOfFile(file) === address)?.source;
  const isFile = fileOfTarget(from, path) !== undefined;
  // Docusaurus does not find files of another collection.
  if (isFile && source?.split('/')[0] === from.split('/')[0]) return encodeURI(relativePath(from, source ?? ''));
  const href = hrefOf(site, address);
  if (/^https?:/i.test(path)) return site.url + href;
  return site.baseUrl !== '/' && path.startsWith(site.baseUrl) ? href : hrefOf({baseUrl: '/'}, address);
}
