import {hasRecords, recordOf, unrecordedPlaces} from '../../changes/chain/record-addresses.ts';
import {addressRecordFile} from '../../content/addresses/address-record.ts';
import {addressOfFile} from '../../content/addresses/addresses.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import {anchorsOf} from '../../content/markdown/headings/former-headings.ts';
import type {Problem} from '../../content/problem.ts';
import type {AddressRecord} from '../../content/schemas/record-schemas.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import type {LinkedPage, LinkedSite} from './scan-links.ts';

/**
 * Resolves every address and anchor on record on the built site: to a page, a redirect, a withdrawn page or an alias.
 */
export function checkPublishedAddresses(site: LinkedSite, toolkit: Toolkit): Problem[] {
  const pages = new Map(site.pages.map((page) => [addressOfFile(page.file), page]));
  const sources = new Map(allPages(toolkit).map(({address, document}) => [address, document]));
  return [
    ...checkRecords(toolkit),
    ...[...toolkit.addressRecords.values()].flatMap(({document, data}) =>
      Object.entries(data.pages).flatMap(([id, record]) => checkRecord(site, pages, sources, document, id, record)),
    ),
  ];
}

/** Published addresses without a record: it was removed, or it is older than the records. */
function checkRecords(toolkit: Toolkit): Problem[] {
  const missing = unrecordedPlaces(toolkit);
  const fix = 'Run `npm run check -- --fix`: it writes the record again.';
  const rule = {severity: 'error', ruleId: 'no-lost-address', fix} as const;
  const [first] = missing;
  if (first && !hasRecords(toolkit)) {
    const problem = `no address is on record, expected those of ${count(missing.length, 'published page')}`;
    return [{path: first.file, problem, ...rule}];
  }
  return missing.map((place) => {
    const found = recordOf(toolkit, place) ? 'lacks what was published' : 'is missing';
    const problem = `record of \`${place.id}\` ${found}, expected the address and every heading that the page ever had`;
    return {path: place.file, problem, ...rule};
  });
}

function checkRecord(
  site: LinkedSite,
  pages: ReadonlyMap<string, LinkedPage>,
  sources: ReadonlyMap<string, SourceDocument>,
  {path, placeOf}: SourceDocument,
  id: string,
  {address, anchors}: AddressRecord,
): Problem[] {
  const page = followRefresh(site, pages, pages.get(address));
  if (!page) {
    return [
      {
        path,
        place: placeOf(['pages', id, 'address']),
        severity: 'error',
        ruleId: 'no-lost-address',
        problem: `\`${address}\` was published and no longer exists, expected a page, a redirect or a withdrawn page`,
        fix: fixOf(path, address),
      },
    ];
  }
  const at = addressOfFile(page.file);
  // A section that is no longer in the text of a live page was removed with a note: `no-lost-heading` judges that.
  const source = sources.get(at);
  const isRemoved = (anchor: string) => source !== undefined && !anchorsOf(source).has(anchor);
  return anchors.flatMap((anchor, index): Problem[] => {
    if (page.anchors.has(anchor) || isRemoved(anchor)) return [];
    return [
      {
        path,
        place: placeOf(['pages', id, 'anchors', index]),
        severity: 'error',
        ruleId: 'no-lost-anchor',
        problem: `\`${address}#${anchor}\` was published and \`${at}\` has no such anchor, expected one`,
        fix: `Write \`${anchor}: <anchor of today>\` under \`former_headings\` of the page at \`${at}\`.`,
      },
    ];
  });
}

/** The page where readers arrive, after at most one redirect. */
function followRefresh(
  site: LinkedSite,
  pages: ReadonlyMap<string, LinkedPage>,
  page: LinkedPage | undefined,
): LinkedPage | undefined {
  if (page?.refresh === undefined) return page;
  const next = resolveLink(site, addressOfFile(page.file), page.refresh);
  return next.kind === 'here' ? pages.get(next.address) : undefined;
}

function fixOf(path: string, address: string): string {
  if (path !== addressRecordFile()) return 'Bring the page of the edition back as it was: an edition never loses one.';
  return `Add \`${address}\` to \`redirect_from\` of the page that took its place, or bring the page back and run \`npm run withdraw\`; \`npm run move\` does the first by itself.`;
}
