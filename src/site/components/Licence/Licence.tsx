import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {useSiteFields} from '../use-site.ts';

/** The attribution, with the name of the licence as its link: in the sentence where it stands there, else after it. */
export function Licence({name, url, attribution}: ToolkitConfig['licence']) {
  const [before, after] = attribution.includes(name) ? attribution.split(name, 2) : [`${attribution} `, ''];
  return (
    <>
      {before}
      <a href={url} rel="license">
        {name}
      </a>
      {after}
    </>
  );
}

/** Who wrote the toolkit that this one restates, and who restates it; nothing where there was no other publisher. */
export function PublisherNotice() {
  const {predecessor} = useSiteFields().toolkit;
  return predecessor ? <p className="notice publisher-notice">{predecessor.notice}</p> : null;
}
