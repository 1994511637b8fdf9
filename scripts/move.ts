import {move} from '../src/app/move.ts';
import type {Run} from './commands.ts';

/** `toolkit move`: moves a page, a folder or a picture, updates every link, and redirects old addresses. */
export const run: Run<'move'> = async (_, io, words) => {
  await move(io, words);
  return 0;
};
