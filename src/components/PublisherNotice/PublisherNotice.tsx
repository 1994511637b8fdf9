import {useSiteFields} from '../use-site.ts';

/** Who wrote the toolkit that this one restates, and who restates it; nothing where there was no other publisher. */
export function PublisherNotice() {
  const {predecessor} = useSiteFields().toolkit;
  return predecessor ? <p className="notice publisher-notice">{predecessor.notice}</p> : null;
}
