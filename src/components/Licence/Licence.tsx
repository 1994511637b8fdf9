import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';

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
