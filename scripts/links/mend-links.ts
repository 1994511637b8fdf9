import {applyEdits} from '../../src/content/apply-edits.ts';
import type {Problem} from '../../src/content/problem.ts';
import {count} from '../../src/content/report/sections.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import type {Io} from '../io.ts';

/** Corrects every link that can mean one thing only, in one transaction; gives the problems that are left. */
export async function mendLinks({documents}: Toolkit, problems: readonly Problem[], io: Io): Promise<Problem[]> {
  const texts = new Map(documents.map(({document}) => [document.path, document.text]));
  const mendable = problems.filter(({path, edit}) => edit && texts.has(path));
  const byPath = Map.groupBy(mendable, ({path}) => path);
  const changes = [...byPath].map(([path, inFile]): FileChange => {
    const found = texts.get(path) ?? '';
    const edits = inFile.flatMap(({edit}) => edit ?? []);
    return {kind: 'write', path, content: applyEdits(found, edits), found};
  });
  await commit(io.cwd, {command: 'links --fix', changes});
  for (const [path, {length}] of byPath) io.stderr.write(`corrected ${path} in ${count(length, 'place')}\n`);
  io.stderr.write(
    changes.length === 0
      ? 'no link could be corrected automatically\n'
      : 'Next: write a change note for these pages, `npm run new -- note`, and run `npm run build` again.\n',
  );
  return problems.filter((problem) => !mendable.includes(problem));
}
