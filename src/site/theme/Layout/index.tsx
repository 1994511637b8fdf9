import type {Props} from '@theme/Layout';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';

/** The frame for Docusaurus' own pages such as "not found". */
export default function Layout({title, description, children}: Props) {
  return (
    <SiteFrame title={title} description={description}>
      {children}
    </SiteFrame>
  );
}
