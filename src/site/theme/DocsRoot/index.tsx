import renderRoutes from '@docusaurus/renderRoutes';
import type {Props} from '@theme/DocsRoot';

/** Renders only the page: the frame is in `DocRoot/Layout`, where the sidebar is known. */
export default function DocsRoot({route}: Props) {
  return renderRoutes(route?.routes ?? []);
}
