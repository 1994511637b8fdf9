import {ALL_PAGES} from '../../../../content/addresses/generated-routes.ts';
import {LinkList} from '../../../components/Links/Links.tsx';
import {Rich} from '../../../components/Rich/Rich.tsx';
import {Shelf} from '../../../components/Shelf/Shelf.tsx';
import {SiteFrame} from '../../../components/SiteFrame/SiteFrame.tsx';
import {Slot} from '../../../components/Slot/Slot.tsx';
import {useHasPage, useSiteData, useSiteFields, useText} from '../../../components/use-site.ts';

/**
 * The content of the error page. It includes the frame, because Docusaurus shows only this part below an address of a
 * docs plugin, which here is every address.
 */
export default function NotFoundContent() {
  const {toolkit} = useSiteFields();
  const {lists} = useSiteData();
  const hasPage = useHasPage();
  const {notFound: t} = useText();
  return (
    <SiteFrame title={t.title} asksFeedback={false}>
      <div className="list-page">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <Shelf />
        <Slot name="title" at="not-found" />
        <p>{t.also}</p>
        <LinkList
          links={[
            {label: t.guidance, to: toolkit.pages_at},
            ...(lists.caseStudies ? [{label: t.caseStudies, to: '/case-studies/'}] : []),
            ...(lists.updates ? [{label: t.updates, to: '/updates/'}] : []),
            ...(hasPage(ALL_PAGES) ? [{label: t.allPages, to: ALL_PAGES}] : []),
            {label: t.home, to: '/'},
          ]}
        />
        <p>
          <Rich text={t.tell} with={{a: () => <a href={`mailto:${toolkit.email}`}>{toolkit.email}</a>}} />
        </p>
      </div>
    </SiteFrame>
  );
}
