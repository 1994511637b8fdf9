import {formName} from '../../../content/addresses/editor-links.ts';
import {PAGE_FORMAT, readPage, writePage} from '../forms/page-format.ts';
import {keepPastedMarkup} from './paste.ts';
import {Preview} from './preview.ts';
import {showField, showProblems} from './problems.ts';

const {collections = '', local} = document.currentScript?.dataset ?? {};

// Pages of the site link here by the page to change, or by the folder of a new one.
const asked = new URLSearchParams(location.search);
const [, folder = asked.get('new'), page] = /^(.+)\/([^/]+)\.md$/.exec(asked.get('page') ?? '') ?? [];
CMS.registerCustomFormat(PAGE_FORMAT, 'md', {fromFile: readPage, toFile: writePage});
for (const name of collections.split(' ')) CMS.registerPreviewTemplate(name, Preview);
CMS.registerPreviewStyle('preview.css');
CMS.registerLocale('en', reworded(CMS.getLocale('en')));
// On the hosted site the pull request is checked.
const panel = document.getElementById('problems');
if (local !== undefined && panel) {
  CMS.registerEventListener({name: 'postSave', handler: showProblems(panel)});
  improveSaving(panel);
}
keepPastedMarkup();
nameParts();
// Decap CMS would start as soon as it is loaded, and might show its own words before it knows the others.
if (folder) {
  location.replace(`${location.pathname}#/collections/${formName(folder)}/${page ? `entries/${page}` : 'new'}`);
} else CMS.init();

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
 * Decap says "publish" where it saves; here that word means an update for readers. It says "login" where nobody has to give
 * a name, and not what to do where something failed.
 */
function reworded(phrases: object): object {
  const save = (_match: string, first: string, ending = 'e') => `${first === 'P' ? 'S' : 's'}av${ending}`;
  const instead: Readonly<Record<string, string>> = {
    login: document.title,
    onFailToPersist: 'Not saved. Copy your text, load this page again, and paste it there. %{details}',
    onFailToDelete: 'Not deleted. %{details}',
    confirmLoadBackup: 'What you last wrote here was not saved, and is still in this browser. Go on with it?',
  };
  return JSON.parse(JSON.stringify(phrases), (key, text: unknown) =>
    typeof text === 'string' ? (instead[key] ?? text.replace(/\b([Pp])ublish(ed|ing)?\b/g, save)) : text,
  );
}

/** Saves with one click, and shows the first field that stops it: Decap CMS opens a menu, and does not scroll. */
function improveSaving(panel: HTMLElement): void {
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
  panel.textContent = `Not saved: ${error.textContent} See the field “${showField(error)}”.`;
}
