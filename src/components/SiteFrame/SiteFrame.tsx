import {PageMetadata} from '@docusaurus/theme-common';
import LayoutProvider from '@theme/Layout/Provider';
import type {ReactNode} from 'react';
import {SiteFooter} from './SiteFooter.tsx';
import {SiteHeader} from './SiteHeader.tsx';

interface Props {
  title?: string | undefined;
  description?: string | undefined;
  /** Navigation beside the page; on a narrow screen it opens with the menu. */
  sidebar?: ReactNode;
  children: ReactNode;
}

/** What stands around every page: skip link, header, sidebar if there is one, main part and footer. */
export function SiteFrame({title, description, sidebar, children}: Props) {
  return (
    <LayoutProvider>
      <PageMetadata {...(title && {title})} {...(description && {description})} />
      <a className="skip-link" href="#main">
        Skip to main content
      </a>
      <SiteHeader />
      <div className={sidebar ? 'frame with-sidebar' : 'frame'}>
        {sidebar}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter />
    </LayoutProvider>
  );
}
