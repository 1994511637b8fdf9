import Link from '@docusaurus/Link';
import type {ComparisonEntry} from '../../../changes/published/compare-editions.ts';
import {comparisonAddress, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {DifferenceLink} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {WayIn} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useEditionNamed, useText} from '../../components/use-site.ts';

interface Props {
  edition: string;
  /** How many pages differ in each way, and how many are the same. */
  total: Readonly<Record<ComparisonEntry['kind'] | 'same', number>>;
  list: ListPage<ComparisonEntry>;
}

/** The differences between an edition and the live text. */
export default function ComparisonPage({edition: name, total, list}: Props) {
  const {editions: t, names, format} = useText();
  const edition = useEditionNamed()(name) ?? {name};
  const {same, ...different} = total;
  const count = Object.values<number>(different).reduce((sum, pages) => sum + pages, 0);
  return (
    <Page
      title={names.fromEdition({edition: format.inWords(edition)})}
      description={t.comparedAbout({edition: format.inWords(edition)})}
      position={list}
      above={[
        {label: names.editions, to: '/editions/'},
        {label: names.since({edition: format.inWords(edition)}), to: sinceAddress(name)},
      ]}
      heading={<Rich text={t.comparedTitle({edition: format.inWords(edition)})} />}
      lead={
        <>
          {count === 0 ? t.nothingDiffers : t.differ({count})} {same > 0 && t.same({count: same})}
        </>
      }
      intro={<p>{t.compared}</p>}
    >
      {list.page === 1 && <EditionAbout name={name} />}
      {[...Map.groupBy(list.items, ({kind}) => kind)].map(([kind, pages]) => (
        <DifferentPages key={kind} kind={kind} total={different[kind]} pages={pages} />
      ))}
      <Pagination list={comparisonAddress(name)} {...list} />
      <WayIn to={sinceAddress(name)}>{t.after({edition: format.inWords(edition)})}</WayIn>
    </Page>
  );
}

interface DifferentPagesProps {
  kind: ComparisonEntry['kind'];
  total: number;
  pages: readonly ComparisonEntry[];
}

/** Pages that differ in one way; those in both have the size of the difference and a link to it. */
function DifferentPages({kind, total, pages}: DifferentPagesProps) {
  const {editions: t, format} = useText();
  return (
    <section>
      <h2>
        {t.kinds[kind]} ({format.number(total)})
      </h2>
      <ul className="changed-pages">
        {pages.map(({id, title, address, measure, difference, movedFrom}) => (
          <li key={id}>
            <Link to={address}>{title}</Link>{' '}
            {difference && measure && <DifferenceLink address={difference} measure={measure} of={title} />}
            {movedFrom && ` ${t.movedFrom({address: movedFrom})}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
