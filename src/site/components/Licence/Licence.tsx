import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {useSiteFields} from '../use-site.ts';

/** The attribution, with the name of the licence as a link: in the sentence if it appears there, otherwise after it. */
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

/** Who wrote the toolkit that this one restates; nothing if there was no earlier publisher. */
export function PublisherNotice() {
  const {predecessor} = useSiteFields().toolkit;
  return predecessor ? <p className="notice publisher-notice">{predecessor.notice}</p> : null;
}
