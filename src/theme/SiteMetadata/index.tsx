import Head from '@docusaurus/Head';
import {useLocation} from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** What every page tells machines about itself; a page of an edition replaces the canonical address. */
export default function SiteMetadata() {
  const {siteConfig} = useDocusaurusContext();
  const {pathname} = useLocation();
  const address = siteConfig.url + (pathname.endsWith('/') ? pathname : `${pathname}/`);
  return (
    <Head>
      <link rel="canonical" href={address} />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content={siteConfig.title} />
      <meta name="color-scheme" content="light dark" />
    </Head>
  );
}
