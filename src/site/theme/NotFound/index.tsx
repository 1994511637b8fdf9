import NotFoundContent from '@theme/NotFound/Content';

/** The page for an address where no page is. */
export default function NotFound() {
  return <NotFoundContent />;
}
