import {addressRecordFile} from '../../content/addresses/address-record.ts';
import {oncePer} from '../../content/memo.ts';
import {isPublishedByPredecessor} from '../../content/records/launch.ts';
import {allPages, buildToolkit, type Toolkit} from '../../content/toolkit.ts';

/** Everything that commands write about publications. */
const RECORDS_RE = /^(blog|ledgers|versioned_docs)\//;

const RECORDED_PAGE_RE = /^blog\/_published\/[^/]+\/(.+)\.(?:md|removed)$/;

/** An editor may remove one page by hand. If several pages are on record and none exists, the records are foreign. */
const MIN_PAGES = 2;

/** Records of another toolkit: none of their pages exists here. */
interface ForeignRecords {
  pages: number;
  files: string[];
}

/** The records of another toolkit, such as the one that a repository was copied from; `undefined` if there are none. */
export const foreignRecords = oncePer((toolkit: Toolkit): ForeignRecords | undefined => {
  const ids = namedPages(toolkit);
  const live = allPages(toolkit).flatMap((page) => page.ids);
  if (ids.size < MIN_PAGES || live.some((id) => ids.has(id))) return undefined;
  const files = [...toolkit.files.map(({path}) => path), ...toolkit.published.hashes.keys()];
  return {pages: ids.size, files: [...new Set(files)].filter((path) => RECORDS_RE.test(path)).sort()};
});

/** The pages that records name, apart from those of a predecessor. Every toolkit has a front page, so it proves nothing. */
function namedPages(toolkit: Toolkit): Set<string> {
  const {config, updates, updateRecords, editions, addressRecords, published} = toolkit;
  const until = config.predecessor?.until ?? '';
  const ids = [
    ...published.ids,
    ...updates
      .filter(({data}) => !isPublishedByPredecessor(data, config))
      .flatMap(({data}) => data.changes.flatMap(({pages}) => pages)),
    ...[...updateRecords.values()].flatMap(({files}) =>
      Object.keys(files).flatMap((file) => RECORDED_PAGE_RE.exec(file)?.[1] ?? []),
    ),
    ...editions
      .filter(({name}) => name > until.slice(0, 'yyyy-mm'.length))
      .flatMap(({pages, record}) => [...pages.map(({id}) => id), ...Object.keys(record?.fingerprints ?? {})]),
    ...Object.keys(addressRecords.get(addressRecordFile())?.data.pages ?? {}),
  ];
  return new Set(ids.filter((id) => id !== 'index' && !id.startsWith('handbook/')));
}

export function withoutRecords({config, files, documents, unread, ...code}: Toolkit): Toolkit {
  const isOther = ({path}: {path: string}) => !RECORDS_RE.test(path);
  const remaining = documents.filter(({document}) => isOther(document));
  return buildToolkit(config, files.filter(isOther), remaining, code, unread.filter(isOther));
}
