import Head from '@docusaurus/Head';
import {FRAME} from '../../../content/addresses/difference-addresses.ts';
import {UPDATES} from '../../../content/addresses/feed-addresses.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {PrintedAs, SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useText} from '../../components/use-site.ts';

/** The frame for the differences of updates, which is filled in after the build. */
export default function DifferencePage() {
  const {differences: t, names} = useText();
  return (
    <SiteFrame
      title={t.title({page: FRAME.title, which: FRAME.which})}
      description={FRAME.description}
      asksFeedback={false}
    >
      <Head>
        {/* Search engines should find the page itself. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs
        isListed={false}
        trail={[{label: names.updates, to: UPDATES}, {label: FRAME.parentName, to: FRAME.parent}, {label: FRAME.title}]}
      />
      <article className="list-page">
        <header className="page-head">
          <div className="kind">{names.whatChanged}</div>
          <h1>{FRAME.title}</h1>
          <PrintedAs />
          <p className="lead">{FRAME.description}</p>
        </header>
        {FRAME.body}
      </article>
    </SiteFrame>
  );
}
