import type {Backend, DataFile} from 'decap-cms-app';
import * as cms from 'decap-cms-app';
import {filesOf, isNoteOf, joinFiles, readEntry, writeEntry} from '../../../intake/editor/entry-file.ts';
import {NOTE_FOLDER} from '../../../model/pages/file-name.ts';
import {keepAccessible} from './accessible.ts';
import {changesControl} from './ChangesControl.tsx';
import {previewOf} from './PagePreview.tsx';
import {ProseControl} from './ProseControl.tsx';
import {type PageSettings, SETTINGS_ID} from './page-settings.ts';
import {ownPhrases} from './phrases.ts';
import {checkSaved, withProblems} from './problems.tsx';

const settings = JSON.parse(document.getElementById(SETTINGS_ID)?.textContent ?? '') as PageSettings;

/** The controls of Decap CMS that forms use. */
const WIDGETS = ['string', 'text', 'number', 'boolean', 'datetime', 'select', 'list', 'object'];

/** The shape of the page at a path; `undefined` if no form shows it, or if it is a change note. */
function shapeAt(path: string) {
  const found = settings.config.collections.find(({folder}) => path.startsWith(`${folder}/`));
  const shape = found && settings.shapes[found.name];
  return shape?.sections && shape;
}

function check(path: string, text: string): void {
  const shape = shapeAt(path);
  if (settings.checks !== undefined && shape) void checkSaved(settings.checks, path, text, shape);
}

/** Makes a backend read and write the change note of a page together with it. */
function withNotes(backend: Backend): Backend {
  // By the path of the page.
  const notes = new Map<string, {path: string; id?: string | null}>();
  const {
    getEntry,
    entriesByFolder,
    allEntriesByFolder = entriesByFolder,
    unpublishedEntry,
    unpublishedEntryDataFile,
    persistEntry,
  } = backend;
  return Object.assign(backend, {
    async getEntry(path: string) {
      const entry = await getEntry.call(backend, path);
      if (!shapeAt(path)) return entry;
      const waiting = await allEntriesByFolder.call(backend, NOTE_FOLDER, 'md', 1);
      const note = waiting.find(({data}) => isNoteOf(data, path));
      if (note) notes.set(path, note.file);
      else notes.delete(path);
      check(path, entry.data);
      return {...entry, data: joinFiles({page: entry.data, note: note?.data})};
    },
    async unpublishedEntry(named: object) {
      const entry = await unpublishedEntry.call(backend, named);
      const page = entry.diffs.find(({path}) => shapeAt(path));
      const note = page && entry.diffs.find(({path}) => path.startsWith(`${NOTE_FOLDER}/`));
      if (note) notes.set(page.path, note);
      return {...entry, diffs: entry.diffs.filter((diff) => diff !== note)};
    },
    async unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string) {
      const page = await unpublishedEntryDataFile.call(backend, collection, slug, path, id);
      const known = notes.get(path);
      const note = known?.id && (await unpublishedEntryDataFile.call(backend, collection, slug, known.path, known.id));
      return joinFiles({page, note: note || undefined});
    },
    async persistEntry(entry: {dataFiles: DataFile[]; assets: unknown[]}, options: object) {
      const dataFiles = entry.dataFiles.flatMap((file) => {
        const written = filesOf(file, notes.get(file.path)?.path);
        const [, note] = written;
        if (note) notes.set(file.path, {...notes.get(file.path), path: note.path});
        return written.map((own) => ({...file, ...own}));
      });
      const done = await persistEntry.call(backend, {...entry, dataFiles}, options);
      for (const {path, raw} of dataFiles) check(path, raw);
      return done;
    },
  });
}

for (const name of ['github', 'proxy']) {
  const known = cms.getBackend(name);
  const {init} = known;
  known.init = (...given) => {
    const backend = init(...given);
    // Decap asks an implementation to make itself ready, and uses what it returns.
    return withNotes(backend);
  };
}
// Pages of the site link here by the page to change, or by the folder of a new one.
const asked = new URLSearchParams(location.search);
const [folder, page] = (asked.get('page') ?? asked.get('new') ?? '').split('/');
if (folder) {
  location.replace(`${location.pathname}#/collections/${folder}/${page ? `entries/${page}` : 'new'}`);
}
// There is nobody to log in on this computer: Decap finds the user whom it would have stored.
if (settings.checks !== undefined) localStorage.setItem('decap-cms-user', '{"backendName":"proxy"}');
for (const name of WIDGETS) cms.registerWidget(name, withProblems(cms.getWidget(name).control));
cms.registerWidget('prose', withProblems(ProseControl));
cms.registerWidget('changes', changesControl(settings.shapes));
for (const [name, shape] of Object.entries(settings.shapes)) {
  cms.registerCustomFormat(name, 'md', {
    fromFile: (text) => readEntry(text, shape),
    toFile: (data) => writeEntry(data as Parameters<typeof writeEntry>[0], shape),
  });
  cms.registerPreviewTemplate(name, previewOf(shape));
}
cms.registerLocale('en', ownPhrases(cms.getLocale('en'), settings.checks !== undefined));
cms.registerPreviewStyle(settings.styles);
document.getElementById('editor-state')?.addEventListener('click', () => {
  document.querySelector('.editor-problem')?.scrollIntoView({block: 'center'});
});
keepAccessible(document.title);
cms.init({config: settings.config});
