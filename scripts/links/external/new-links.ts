import type {OutsideLink} from '../../../src/content/link-ledger/outside-links.ts';
import {outsideLinks} from '../../../src/content/link-ledger/outside-links.ts';
import {documentKind} from '../../../src/content/page-id.ts';
import type {KindedDocument, Toolkit} from '../../../src/content/toolkit.ts';
import {readDocument, readRecord} from '../../../src/store/document.ts';
import {gitIn, mergeBase} from '../../merge-base.ts';

const FOLDERS = ['docs', 'handbook'];

/**
 * The links of live pages that were in none of them where this work left a ref: a link that only moved to another page
 * is not new.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref, and where no merge base is known.
 */
export async function newLinks(cwd: string, ref: string, toolkit: Toolkit): Promise<OutsideLink[]> {
  const git = gitIn(cwd);
  const base = await mergeBase(git, ref);
  const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
  const diff = await git('diff', '--relative', '--name-only', '--no-renames', '-z', base, '--', ...FOLDERS);
  const differing = new Set(diff.split('\0').filter(Boolean));
  const atBase = (await git('ls-tree', '-r', '--name-only', '-z', base, '--', ...FOLDERS)).split('\0').filter(Boolean);

  const before: KindedDocument[] = toolkit.documents.filter(({document}) => !differing.has(document.path));
  for (const path of atBase.filter((file) => differing.has(file))) {
    const kind = documentKind(path);
    if (!kind) continue;
    const text = await git('cat-file', 'blob', `${base}:${prefix}${path}`);
    before.push({kind, ...(path.endsWith('.json') ? readRecord(path, text) : readDocument(path, text))});
  }
  const known = new Set(
    outsideLinks({documents: before, config: toolkit.config})
      .filter(({isFrozen}) => !isFrozen)
      .map(({address}) => address),
  );
  return outsideLinks(toolkit).filter(({address, isFrozen}) => !isFrozen && !known.has(address));
}
