import Link from '@docusaurus/Link';
import {DOCUMENT} from '../../content/document/document-parts.ts';

/** The way to the whole toolkit on one page; the summary of the toolkit is short, and this says that it is not. */
export function DocumentLink() {
  return (
    <p className="document-link" data-pagefind-ignore>
      <Link className="way-in" to={DOCUMENT}>
        Read or print the whole toolkit as one document
      </Link>
    </p>
  );
}
