import type {Problem, Severity} from './problem.ts';
import type {Rule} from './rule.ts';
import {noBody} from './rules/no-body.ts';
import {noBrokenFrontMatter} from './rules/no-broken-front-matter.ts';
import {noChangedEdition} from './rules/no-changed-edition.ts';
import {noDuplicateAddress} from './rules/no-duplicate-address.ts';
import {noDuplicateTitle} from './rules/no-duplicate-title.ts';
import {noHiddenCharacters} from './rules/no-hidden-characters.ts';
import {noInvalidFrontMatter} from './rules/no-invalid-front-matter.ts';
import {noStrayRecord} from './rules/no-stray-record.ts';
import {noUnexpectedFile} from './rules/no-unexpected-file.ts';
import {noUnknownPage} from './rules/no-unknown-page.ts';
import {noUnknownSource} from './rules/no-unknown-source.ts';
import {noUnreadableFile} from './rules/no-unreadable-file.ts';
import {noWindowsLineEndings} from './rules/no-windows-line-endings.ts';
import type {Toolkit} from './toolkit.ts';

/** Every rule of the model, with how much it matters. */
export const POLICY: readonly (readonly [Rule, Severity])[] = [
  [noUnexpectedFile, 'error'],
  [noUnreadableFile, 'error'],
  [noHiddenCharacters, 'error'],
  [noWindowsLineEndings, 'error'],
  [noBrokenFrontMatter, 'error'],
  [noInvalidFrontMatter, 'error'],
  [noBody, 'error'],
  [noUnknownPage, 'error'],
  [noUnknownSource, 'error'],
  [noDuplicateTitle, 'error'],
  [noDuplicateAddress, 'error'],
  [noChangedEdition, 'error'],
  [noStrayRecord, 'error'],
];

/** Every problem of the model: all of them, never stopping at the first. */
export function checkModel(toolkit: Toolkit): Problem[] {
  return POLICY.flatMap(([rule, severity]) =>
    rule.check(toolkit).map((finding) => ({...finding, ruleId: rule.id, severity})),
  );
}
