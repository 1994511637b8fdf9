import {formName} from '../../../content/addresses/editor-links.ts';
import {PAGE_FORMAT, readPage, writePage} from '../forms/page-format.ts';
import {keepPastedMarkup} from './paste.ts';
import {Preview} from './preview.ts';
import {showField, showProblems} from './problems.ts';
import {showWork} from './work.ts';

const {collections = '', local} = document.currentScript?.dataset ?? {};
const isLocal = local !== undefined;

// Pages of the site link here by the page to change, or by the folder of a new one.
const asked = new URLSearchParams(location.search);
const [, folder = asked.get('new'), page] = /^(.+)\/([^/]+)\.md$/.exec(asked.get('page') ?? '') ?? [];
if (folder) {
  location.replace(`${location.pathname}#/collections/${formName(folder)}/${page ? `entries/${page}` : 'new'}`);
}
CMS.registerCustomFormat(PAGE_FORMAT, 'md', {fromFile: readPage, toFile: writePage});
for (const name of collections.split(' ')) CMS.registerPreviewTemplate(name, Preview);
CMS.registerPreviewStyle('preview.css');
const phrases = CMS.getLocale('en');
CMS.registerLocale('en', isLocal ? withoutPublish(phrases, 'sav', 'e') : withoutPublish(phrases, 'accept', ''));
// On the hosted site the pull request is checked.
const panel = document.getElementById('problems');
if (isLocal && panel) {
  CMS.registerEventListener({name: 'postSave', handler: showProblems(panel, () => showWork(panel))});
  improveSaving(panel);
}
keepPastedMarkup();
nameParts();

/**
 * Names parts of the screen for screen readers: Decap CMS shows the controls of an entry in a list only as pictures, and
 * only its list of pages has a main part.
 */
function nameParts(): void {
  const observer = new MutationObserver(() => {
    for (const control of document.querySelectorAll('button, [role="button"]')) {
      if (!control.textContent?.trim() && !control.ariaLabel) control.ariaLabel = nameOf(control);
    }
    const root = document.getElementById('nc-root');
    if (root) root.role = document.querySelector('main') ? null : 'main';
  });
  observer.observe(document.body, {childList: true, subtree: true});
}

function nameOf(control: Element): string {
  if (control.ariaRoleDescription) return 'Move this entry';
  return control.previousElementSibling ? 'Remove this entry' : 'Open or close this entry';
}

/**
 * Decap says "publish" where a file is saved or a pull request is merged; here that word means an update for readers.
 * It says "optional" for what a draft can be saved without, which the check may ask for later.
 *
 * @param stem of the verb for what is done instead
 * @param ending that the stem needs where it has no other, as in "save"
 */
function withoutPublish(phrases: object, stem: string, ending: string): object {
  const capital = stem.charAt(0).toUpperCase() + stem.slice(1);
  const instead = (_match: string, first: string, other = ending) => (first === 'P' ? capital : stem) + other;
  const reworded = (key: string, text: unknown) =>
    key === 'optional'
      ? 'not needed to save'
      : typeof text === 'string'
        ? text.replace(/\b([Pp])ublish(ed|ing)?\b/g, instead)
        : text;
  return JSON.parse(JSON.stringify(phrases), reworded) as object;
}

/** Saves with one click, and shows the first field that stops it: Decap CMS opens a menu, and does not scroll. */
export function improveSaving(panel: HTMLElement): void {
  const open = ({target}: MouseEvent) => {
    const control = target instanceof Element && target.closest('[class*="PublishButton"]');
    if (!control || control.ariaExpanded === 'true') return;
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('[role="menuitem"]')?.click();
      setTimeout(() => showRefusal(panel), SHOWN_AFTER);
    });
  };
  // Before Decap CMS hears of it.
  document.addEventListener('click', open, true);
}

/** Decap CMS shows its errors within so many milliseconds. */
const SHOWN_AFTER = 300;

function showRefusal(panel: HTMLElement): void {
  const error = document.querySelector('[class*="ControlErrorsList"]');
  if (!error) return;
  panel.classList.remove('outdated');
  panel.textContent = `Not saved: ${error.textContent} See the field “${showField(error)}”.`;
}
