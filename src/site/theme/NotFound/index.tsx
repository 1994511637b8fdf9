import NotFoundContent from '@theme/NotFound/Content';

/** The page for an address without a page. */
export default function NotFound() {
  return <NotFoundContent />;
}
