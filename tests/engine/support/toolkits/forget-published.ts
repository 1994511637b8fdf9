import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** Takes the texts that updates put live off the record of a copy, and the checks of them: no rule then asks what became of them. */
export function forgetPublished(folder: string): string {
  for (const part of ['blog/_published', 'ledgers/addresses/live'])
    rmSync(path.join(folder, part), {recursive: true, force: true});
  const config = path.join(folder, 'toolkit.config.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^ {2}launched: .*\n/m, ''));
  return folder;
}
