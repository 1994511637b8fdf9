import renderRoutes from '@docusaurus/renderRoutes';
import type {Props} from '@theme/DocsRoot';

/** Hands on to the page: the frame stands further in, in `DocRoot/Layout`, where the sidebar is known. */
export default function DocsRoot({route}: Props) {
  return renderRoutes(route?.routes ?? []);
}
