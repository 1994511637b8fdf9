import {createToolkit} from '../src/app/create/create.ts';
import type {Run} from './commands.ts';

/** `toolkit create`: writes a new toolkit, which contains only content, then installs, checks and builds it. */
export const run: Run<'create'> = async (options, io, [folder]) => {
  await createToolkit({...options, ...(folder !== undefined && {folder})}, io);
  return 0;
};
