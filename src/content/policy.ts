import type {CheckContext} from './check-context.ts';
import type {ParsedPage} from './parsed-page.ts';
import type {Problem, Severity} from './problem.ts';
import type {PageRule, Rule} from './rule.ts';
import {noBody} from './rules/no-body.ts';
import {noBrokenFrontMatter} from './rules/no-broken-front-matter.ts';
import {noChangedEdition} from './rules/no-changed-edition.ts';
import {noDuplicateAddress} from './rules/no-duplicate-address.ts';
import {noDuplicateTitle} from './rules/no-duplicate-title.ts';
import {noHiddenCharacters} from './rules/no-hidden-characters.ts';
import {noInvalidFrontMatter} from './rules/no-invalid-front-matter.ts';
import {noLongSentence} from './rules/no-long-sentence.ts';
import {noStrayRecord} from './rules/no-stray-record.ts';
import {noUnexpectedFile} from './rules/no-unexpected-file.ts';
import {noUnknownPage} from './rules/no-unknown-page.ts';
import {noUnknownSource} from './rules/no-unknown-source.ts';
import {noUnreadableFile} from './rules/no-unreadable-file.ts';
import {noWindowsLineEndings} from './rules/no-windows-line-endings.ts';
import type {Toolkit} from './toolkit.ts';

/** Every rule that looks at the whole toolkit, with how much it matters. */
export const TOOLKIT_RULES: readonly (readonly [Rule, Severity])[] = [
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

/** Every rule that looks at one page alone, with how much it matters. */
export const PAGE_RULES: readonly (readonly [PageRule, Severity])[] = [[noLongSentence, 'warning']];

/** Every problem of the toolkit as a whole: all of them, never stopping at the first. */
export function checkModel(toolkit: Toolkit): Problem[] {
  return TOOLKIT_RULES.flatMap(([rule, severity]) =>
    rule.check(toolkit).map((finding) => ({...finding, ruleId: rule.id, severity})),
  );
}

/** Every problem of one page's words; the frozen words of editions are held to safety alone. */
export function checkPage(page: ParsedPage, context: CheckContext): Problem[] {
  const isCurrent = page.kind === 'page' || page.kind === 'case-study';
  return PAGE_RULES.filter(([rule]) => isCurrent || rule.group === 'safety').flatMap(([rule, severity]) =>
    rule.check(page, context).map((finding) => ({
      path: page.document.path,
      ...finding,
      ruleId: rule.id,
      severity,
    })),
  );
}
