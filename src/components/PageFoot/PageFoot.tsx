import {useSiteFields} from '../use-site.ts';

interface Props {
  /** The id of the role that keeps the page right. */
  owner: string;
  /** `12 months`, as authors write it. */
  reviewEvery: string;
  editUrl?: string | null | undefined;
}

/** Who looks after the page, how often it is read against its sources, and how to suggest a change. */
export function PageFoot({owner, reviewEvery, editUrl}: Props) {
  const {owners} = useSiteFields().toolkit;
  const role = owners.find(({id}) => id === owner)?.label ?? owner;
  return (
    <footer className="page-foot" data-pagefind-ignore="all">
      <p>
        Looked after by: {role}. Read against its sources every {reviewEvery}.
      </p>
      {editUrl && (
        <p>
          <a href={editUrl}>Suggest a change to this page</a>
        </p>
      )}
    </footer>
  );
}
