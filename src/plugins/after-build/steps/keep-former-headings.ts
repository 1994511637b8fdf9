import {formerHeadingsOf} from '../../../content/moves/former-headings.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {allPages} from '../../../content/toolkit.ts';
import type {PageEdit} from '../edit-pages.ts';

/** Puts the anchors that headings had inside the headings which stand now: links to the old ones go on leading there. */
export function keepFormerHeadings(toolkit: Toolkit): PageEdit {
  const former = new Map(
    allPages(toolkit)
      .map(({address, document}) => [address, Object.entries(formerHeadingsOf(document))] as const)
      .filter(([, entries]) => entries.length > 0),
  );
  return ($, {address}) => {
    const entries = former.get(address) ?? [];
    if (entries.length === 0) return;
    const headings = $('article').find('h1, h2, h3, h4, h5, h6').toArray();
    for (const [anchor, heir] of entries) {
      const heading = headings.find(({attribs}) => attribs.id === heir);
      if (heading) $(heading).prepend($('<span>').attr('id', anchor));
    }
  };
}
