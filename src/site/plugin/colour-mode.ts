import type {Plugin} from '@docusaurus/types';

/** Where the script of the pages keeps the reader's choice. */
const COLOUR_MODE_KEY = 'colour-mode';

/** Before the first paint, so that a dark page never flashes white; storage may be forbidden, and reading it then throws. */
const SCRIPT = `try{var m=localStorage.getItem('${COLOUR_MODE_KEY}');if(m==='light'||m==='dark')document.documentElement.dataset.theme=m}catch(e){}`;

/** Shows each page in the colours its reader chose: the one inline script of the site. */
export function colourMode(): Plugin {
  return {
    name: 'colour-mode',
    injectHtmlTags: () => ({headTags: [{tagName: 'script', attributes: {'data-site': true}, innerHTML: SCRIPT}]}),
  };
}
