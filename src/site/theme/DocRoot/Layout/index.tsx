import {useDocsSidebar} from '@docusaurus/plugin-content-docs/client';
import type {Props} from '@theme/DocRoot/Layout';
import {Sidebar} from '../../../components/Navigation/Navigation.tsx';
import {SiteFrame} from '../../../components/SiteFrame/SiteFrame.tsx';

/** The frame of a guidance, case study or handbook page. */
export default function DocRootLayout({children}: Props) {
  const sidebar = useDocsSidebar();
  return (
    <SiteFrame sidebar={sidebar && <Sidebar items={sidebar.items} />} asksFeedback="itself">
      {children}
    </SiteFrame>
  );
}
