import {hasRecords, recordOf} from '../../changes/chain/record-addresses.ts';
import {gonePages} from '../../changes/notes/changed-pages.ts';
import {absoluteUrl, isPlaceholder} from '../../content/addresses/addresses.ts';
import {publishedPlaces} from '../../content/markdown/headings/published-addresses.ts';
import type {Finding} from '../../content/problem.ts';
import {FILE_RECORD} from '../../content/schemas/record-schemas.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {allPages, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const COPY = {'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes')};
const FROZEN = {'versioned_docs/version-2025-10/homes.md': pageExample('Homes')};
const RECORD = 'ledgers/addresses/live.json';
const FROZEN_RECORD = 'ledgers/addresses/2025-10.json';
const MILLS = pageExample('Mills', '', 'A mill needs a gate.');
const PUBLISHED = {...COPY, 'blog/_published/2026-11-02/priorities/mills.md': MILLS};

const record = (address: string, id = 'priorities/homes') =>
  JSON.stringify({schema: 1, pages: {[id]: {address, anchors: []}}});

const siteRecord = (site: string) => JSON.stringify({schema: 1, site, files: [], removed: []});

const removed = noteExample('pages: [priorities/mills]\n').replace('content-changed', 'content-removed');

export const noLostAddress: Rule = {
  id: 'no-lost-address',
  group: 'model',
  summary:
    'A published site stays where it is, and each page at its address, or it has a redirect or is withdrawn. Every published address is on record.',
  why: 'People link to pages, and save, print and cite them. An address that stops working breaks all of that.',
  good: [
    {...COPY, [RECORD]: record('/toolkit/priorities/homes/')},
    {...FROZEN, [FROZEN_RECORD]: record('/toolkit/2025-10/homes/', 'homes')},
    {'blog/_published/2026-11-02/gone.removed': '', [RECORD]: record('/toolkit/priorities/homes/')},
    {...PUBLISHED, 'docs/priorities/mills.md': MILLS},
    {...PUBLISHED, 'docs/mills.md': MILLS.replace('---\n\n', 'redirect_from: [/toolkit/priorities/mills/]\n---\n\n')},
    {...PUBLISHED, 'blog/_published/2026-11-03/priorities/mills.removed': ''},
    {[FILE_RECORD]: siteRecord('https://flood.example/')},
  ],
  bad: [
    PUBLISHED,
    {...PUBLISHED, 'docs/priorities/water-mills.md': MILLS},
    {...PUBLISHED, 'blog/_pending/mills.md': removed},
    {...COPY, [RECORD]: record('/toolkit/', 'index')},
    {...FROZEN, [RECORD]: record('/toolkit/priorities/homes/')},
    {...COPY, [RECORD]: record('/toolkit/priorities/houses/')},
    {[CONFIG_FILE]: 'export default {"baseUrl": "/new/"}', [FILE_RECORD]: siteRecord('https://floods.org/')},
  ],
  check: (toolkit) => [...movedSite(toolkit), ...lostPages(toolkit), ...lostRecords(toolkit)],
};

/** The site, if the configuration places it elsewhere than where readers have its pages. */
function movedSite({config, fileRecord}: Toolkit): Finding[] {
  const recorded = fileRecord?.data.site;
  const site = absoluteUrl(config, '/');
  if (recorded === undefined || recorded === site || isPlaceholder(recorded)) return [];
  return [
    {
      path: CONFIG_FILE,
      problem: `\`url\` and \`baseUrl\` are those of ${site}, expected ${recorded}, where the toolkit was published`,
      fix: `Restore them. If every old address redirects to its new one, write the new address as \`site\` in \`${FILE_RECORD}\`.`,
    },
  ];
}

/** Published pages that are gone. An unreadable page might be the new one, so nothing is reported then. */
function lostPages(toolkit: Toolkit): Finding[] {
  if (toolkit.documents.some(({isUnread}) => isUnread)) return [];
  return gonePages(toolkit).map((id) => {
    const successor = movedByHand(toolkit, id);
    return {
      // A page that is gone has no file, but its published text has one.
      path: toolkit.published.texts.get(id)?.document().path ?? id,
      problem: `published page \`${id}\` is missing, expected the page or a redirect at its address`,
      fix: successor
        ? `Run \`npm run move -- ${id} ${successor}\` to redirect the old address to the page.`
        : `Run \`npm run withdraw -- ${id} --why "..."\` to restore the page, marked as withdrawn. If it has moved, run \`npm run move -- ${id} <new id>\`.`,
    };
  });
}

/** The likely new id of a missing page: the id of a new page with the same text or title. */
function movedByHand(toolkit: Toolkit, id: string): string | undefined {
  const recorded = toolkit.published.texts.get(id)?.document();
  if (!recorded) return undefined;
  const newPages = allPages(toolkit).filter((page) => !toolkit.published.texts.has(page.id));
  const isSame = ({document}: PageEntry) => document.body.trim() === recorded.body.trim();
  return (newPages.find(isSame) ?? newPages.find(({data}) => data.title === recorded.frontMatter?.title))?.id;
}

function lostRecords(toolkit: Toolkit): Finding[] {
  // Before the first record there is nothing to compare; the build reports that.
  if (!hasRecords(toolkit)) return [];
  return publishedPlaces(toolkit).flatMap((place): Finding | [] => {
    const {id, edition, file, address, source} = place;
    const stored = recordOf(toolkit, place);
    if (stored?.address === address) return [];
    const document = toolkit.documents.find((entry) => entry.document.path === file)?.document;
    if (stored) {
      return {
        path: file,
        place: document?.placeOf(['pages', id, 'address']),
        problem: `record has the address \`${stored.address}\`, expected \`${address}\`, where the page was published`,
        fix: 'Undo the change.',
      };
    }
    // Another rule reports a file that cannot be read.
    if (document && !toolkit.addressRecords.has(file)) return [];
    const where = edition === undefined ? 'was published' : `is kept in edition \`${edition}\``;
    return {
      path: source,
      problem: `\`${file}\` lacks page \`${id}\`, expected the record of \`${address}\`, where the page ${where}`,
      fix: 'Restore the record, or run `npm run check -- --fix` to write it again.',
    };
  });
}
