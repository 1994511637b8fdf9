import type {BuiltSite} from '../built-site.ts';
import type {PageEdit} from '../edit-pages.ts';

/** Structured data, and the scripts that a plugin of ours marked as meant. */
const KEPT = 'script[type="application/ld+json"], script[data-site]';

const FETCHED_EARLY = 'link:is([rel~="preload"], [rel~="prefetch"], [rel~="modulepreload"])';

/** What readers narrow or search on the page itself. */
const LISTS = '[data-filters], form[data-search]';

/** Takes out every script that is not ours, and adds one of those at the addresses, which runs once the page is read. */
export function takeReactOut(addresses: BuiltSite['clientScripts']): PageEdit {
  return ($) => {
    $('script').not(KEPT).remove();
    $(FETCHED_EARLY)
      .filter((_, link) => /\.m?js$/.test($(link).attr('href') ?? ''))
      .remove();
    const src = $(LISTS).length > 0 ? addresses.lists : addresses.site;
    $('head').append($('<script>').attr({defer: '', src}));
  };
}
