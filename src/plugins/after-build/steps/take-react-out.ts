import type {PageEdit} from '../edit-pages.ts';

/** Structured data, and the scripts that a plugin of ours marked as meant. */
const KEPT = 'script[type="application/ld+json"], script[data-site]';

const FETCHED_EARLY = 'link:is([rel~="preload"], [rel~="prefetch"], [rel~="modulepreload"])';

/** Takes out every script that is not ours, and adds the one at `src`, which runs once the page is read. */
export function takeReactOut(src: string): PageEdit {
  return ($) => {
    $('script').not(KEPT).remove();
    $(FETCHED_EARLY)
      .filter((_, link) => /\.m?js$/.test($(link).attr('href') ?? ''))
      .remove();
    $('head').append($('<script>').attr({defer: '', src}));
  };
}
