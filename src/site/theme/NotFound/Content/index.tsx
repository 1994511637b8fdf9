import {LinkList} from '../../../components/Links/Links.tsx';
import {PageSearch, SiteFrame} from '../../../components/SiteFrame/SiteFrame.tsx';
import {useSiteData, useSiteFields} from '../../../components/use-site.ts';

/**
 * The content of the error page. It includes the frame, because Docusaurus shows only this part below an address of a
 * docs plugin, which here is every address.
 */
export default function NotFoundContent() {
  const {toolkit} = useSiteFields();
  const {lists} = useSiteData();
  return (
    <SiteFrame title="Page not found">
      <div className="list-page">
        <h1>Page not found</h1>
        <p className="lead">
          There is no page at this address. It may have moved, or the address may have a typing mistake.
        </p>
        <PageSearch kind="elsewhere" />
        <p>You can also go to:</p>
        <LinkList
          links={[
            {label: 'all guidance', to: '/toolkit/'},
            ...(lists.caseStudies ? [{label: 'all case studies', to: '/case-studies/'}] : []),
            ...(lists.updates ? [{label: 'all updates', to: '/updates/'}] : []),
            {label: 'all pages from A to Z', to: '/search/'},
            {label: 'the home page', to: '/'},
          ]}
        />
        <p>
          If you followed a link to get here, let us know at <a href={`mailto:${toolkit.email}`}>{toolkit.email}</a>.
        </p>
      </div>
    </SiteFrame>
  );
}
