import Link from '@docusaurus/Link';
import {useRecords} from '../use-site.ts';

/** An update by its title, from its slug or that of one of its changes, `2026-11-24#2`. */
export function UpdateLink({target}: {target: string}) {
  const [slug = target] = target.split('#');
  const title = useRecords().updates.find((update) => update.slug === slug)?.title;
  return <Link to={`/updates/${slug}/`}>{title ?? slug}</Link>;
}
