import {PAGE_FORMAT, readPage, writePage} from '../forms/page-format.ts';
import {nameParts} from './name-parts.ts';
import {keepPastedMarkup} from './paste.ts';
import {withoutPublish} from './phrases.ts';
import {Preview} from './preview.ts';
import {showProblems} from './problems.ts';

const {collections = '', checks} = document.currentScript?.dataset ?? {};

// Pages of the site link here by the page to change, or by the folder of a new one.
const asked = new URLSearchParams(location.search);
const [folder, page] = (asked.get('page') ?? asked.get('new') ?? '').split('/');
if (folder) {
  location.replace(`${location.pathname}#/collections/${folder}/${page ? `entries/${page}` : 'new'}`);
}
CMS.registerCustomFormat(PAGE_FORMAT, 'md', {fromFile: readPage, toFile: writePage});
for (const name of collections.split(' ')) CMS.registerPreviewTemplate(name, Preview);
CMS.registerPreviewStyle('preview.css');
const phrases = CMS.getLocale('en');
CMS.registerLocale('en', checks ? withoutPublish(phrases, 'sav', 'e') : withoutPublish(phrases, 'accept', ''));
// On the hosted site the pull request is checked.
const panel = document.getElementById('problems');
if (checks && panel) CMS.registerEventListener({name: 'postSave', handler: showProblems(panel, checks)});
keepPastedMarkup();
nameParts();
