import {draftPublication} from '../../../src/app/publish/draft-publication.ts';
import {planPublication} from '../../../src/app/publish/plan-publication.ts';
import type {SourceFile, Toolkit} from '../../../src/content/toolkit.ts';
import {readToolkit} from '../../../src/io/load-toolkit.ts';
import type {WholeTree} from '../../../src/io/read-tree.ts';
import type {Transaction} from '../../../src/io/transaction/commit.ts';
import {settings} from '../support/toolkits/sound-toolkit.ts';

/** Files by path, as text. */
export type Files = Readonly<Record<string, string>>;

/** A tree that lies in memory alone, as commands read one; `cwd` holds nothing. */
export function treeOf(files: Files, cwd: string): WholeTree {
  const sources = Object.entries(files).map(([path, text]) => ({path, bytes: Buffer.from(text)}));
  return {cwd, files: sources, toolkit: toolkitOf(sources), toolkitOf};
}

/** Files as a transaction leaves them. */
export function applied(files: Files, {changes}: Transaction): Files {
  const after = {...files};
  for (const change of changes) {
    if (change.content === undefined) delete after[change.path];
    else after[change.path] = Buffer.from(change.content).toString();
  }
  return after;
}

/** Files once what waits is published on a day; as they are where nothing waits. */
export async function published(files: Files, cwd: string, day: string): Promise<Files> {
  const {files: sources, toolkit} = treeOf(files, cwd);
  if (toolkit.notes.length === 0) return files;
  const isRecord = ({path}: SourceFile) => path.startsWith('blog/_published/');
  const own = {...toolkit, files: sources.filter((file) => !isRecord(file))};
  const tree = {cwd, toolkit: own, records: sources.filter(isRecord), versionsText: undefined, configText: ''};
  const draft = await draftPublication(tree, {}, day);
  return withoutMail(applied(files, planPublication(tree, draft, day).transaction));
}

function withoutMail(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('outbox/')));
}

function toolkitOf(files: readonly SourceFile[]): Toolkit {
  return readToolkit(settings, [...files]);
}
