import type {Report} from '../../../checks/report/report-schema.ts';
import {requireNote} from '../../../checks/rules/publishing/require-note.ts';
import {renderNoteDraft} from '../../../diff/published/note-draft.ts';
import {encodePath} from '../../../format/place-link.ts';
import {notePath} from '../../../model/pages/file-name.ts';
import {documentKind, pageIdOf} from '../../../model/pages/page-id.ts';
import type {ChangedFile, PullRequest} from './pull-request.ts';

/** GitHub and browsers take longer addresses than this. */
const MOST_CHARACTERS = 4000;

interface Change {
  pull: PullRequest;
  files: readonly ChangedFile[];
}

/**
 * The address of GitHub's form for a new file, filled in with a change note about the pages that lack one: the writer
 * adds the sentence. Pages that do not fit are left out; the next check names them again.
 *
 * @returns `undefined` where no page lacks a note
 */
export function newNoteUrl(report: Report, {pull, files}: Change): string | undefined {
  const changed = new Map(files.map(({path, status}) => [path, status]));
  const paths = report.problems
    .filter(({rule, path}) => rule === requireNote.id && isPagePath(path) && changed.has(path))
    .map(({path}) => path);
  for (let many = new Set(paths).size; many > 0; many--) {
    const named = [...new Set(paths)].slice(0, many);
    const isNew = named.every((path) => changed.get(path) === 'added');
    const url = urlFor(named, pull, isNew);
    if (url.length <= MOST_CHARACTERS) return url;
  }
  return undefined;
}

function urlFor(paths: readonly string[], {headUrl, branch}: PullRequest, isNew: boolean): string {
  const isStudy = paths.every((path) => documentKind(path) === 'case-study');
  const pages = paths.map(pageIdOf);
  const kind = isNew ? (isStudy ? 'case-study-added' : 'page-added') : 'content-changed';
  const value = renderNoteDraft({kind, significance: 'major', pages});
  const query = new URLSearchParams({filename: notePath(pages, `${headUrl} ${branch} ${pages}`), value});
  return `${headUrl}/new/${encodePath(branch)}?${query}`;
}

function isPagePath(path: string): boolean {
  const kind = documentKind(path);
  return kind === 'page' || kind === 'case-study';
}
