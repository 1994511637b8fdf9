import {startNew} from '../src/app/new/new.ts';
import type {Run} from './commands.ts';

/** `toolkit new`: writes the file of a new case study, page, page of a collection or change note. */
export const run: Run<'new'> = async (options, io, [kind, ...words]) => {
  await startNew(options, io, kind, words.join(' ').trim());
  return 0;
};
