import Head from '@docusaurus/Head';
import {useLocation} from '@docusaurus/router';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {withSlash} from '../../../content/pages/page-id.ts';
import {Slot} from '../../components/Slot/Slot.tsx';

/** The metadata of every page; a page of an edition replaces the canonical address. */
export default function SiteMetadata() {
  const {siteConfig, i18n} = useDocusaurusContext();
  const {pathname} = useLocation();
  const {withBaseUrl} = useBaseUrlUtils();
  // The error page has no address of its own, because it is served at every dead one.
  const isErrorPage = pathname === useBaseUrl('/404.html');
  const manifest = useBaseUrl('/manifest.webmanifest');
  const address = siteConfig.url + withSlash(pathname);
  const {image} = siteConfig.themeConfig as {image?: string};
  return (
    <>
      <Head>
        {!isErrorPage && <link rel="canonical" href={address} />}
        <link rel="manifest" href={manifest} />
        {!isErrorPage && <meta property="og:url" content={address} />}
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content={siteConfig.title} />
        <meta property="og:locale" content={i18n.currentLocale.replace('-', '_')} />
        {image && <meta property="og:image" content={withBaseUrl(image, {absolute: true})} />}
        {image && <meta property="og:image:alt" content={siteConfig.title} />}
        <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
        <meta name="color-scheme" content="light dark" />
      </Head>
      <Slot name="head" at="site" />
    </>
  );
}
