import {endlessFindings, isTooDeep, tooMuch} from '../markdown/parse-limits.ts';
import type {ParsedPage} from '../markdown/parsed-page.ts';
import {parsePage} from '../markdown/parsed-page.ts';
import type {CheckContext} from '../model/check-context.ts';
import type {Finding, Problem, Severity} from '../model/problem.ts';
import type {KindedDocument, Toolkit} from '../model/toolkit.ts';
import {withoutWords} from '../model/toolkit.ts';
import {maskPersonalData} from '../privacy/mask-personal-data.ts';
import type {ExceptionRules} from './exceptions.ts';
import {applyExceptions} from './exceptions.ts';
import {OTHER_RULES} from './external-rules.ts';
import type {PageRule, Rule, RuleGroup} from './rule.ts';
import {noBrokenChart} from './rules/model/no-broken-chart.ts';
import {noConflictingAddress} from './rules/model/no-conflicting-address.ts';
import {noDuplicateTitle} from './rules/model/no-duplicate-title.ts';
import {noInvalidFrontMatter} from './rules/model/no-invalid-front-matter.ts';
import {noSecondSourceName} from './rules/model/no-second-source-name.ts';
import {noUnknownName} from './rules/model/no-unknown-name.ts';
import {noUnlistedPage} from './rules/model/no-unlisted-page.ts';
import {noUnusedWord} from './rules/model/no-unused-word.ts';
import {requireStandardSections} from './rules/model/require-standard-sections.ts';
import {noFigureWithoutSource} from './rules/prose/no-figure-without-source.ts';
import {noHardPage} from './rules/prose/no-hard-page.ts';
import {noHardWord} from './rules/prose/no-hard-word.ts';
import {noLongSentence} from './rules/prose/no-long-sentence.ts';
import {noMisspelling} from './rules/prose/no-misspelling.ts';
import {noShoutedHeading} from './rules/prose/no-shouted-heading.ts';
import {noUnwrittenText} from './rules/prose/no-unwritten-text.ts';
import {noWritingSlip} from './rules/prose/no-writing-slip.ts';
import {requireDateStyle} from './rules/prose/require-date-style.ts';
import {requireExpansion} from './rules/prose/require-expansion.ts';
import {requireNumberStyle} from './rules/prose/require-number-style.ts';
import {noChangedRecord} from './rules/publishing/no-changed-record.ts';
import {noHandmadeRecord} from './rules/publishing/no-handmade-record.ts';
import {noLostAddress} from './rules/publishing/no-lost-address.ts';
import {noLostHeading} from './rules/publishing/no-lost-heading.ts';
import {noOverdueReview} from './rules/publishing/no-overdue-review.ts';
import {noVagueNote} from './rules/publishing/no-vague-note.ts';
import {noWrongNote} from './rules/publishing/no-wrong-note.ts';
import {requireConsentOnRecord} from './rules/publishing/require-consent-on-record.ts';
import {requireNote} from './rules/publishing/require-note.ts';
import {noHiddenCharacters} from './rules/safety/no-hidden-characters.ts';
import {noLookalikeLetters} from './rules/safety/no-lookalike-letters.ts';
import {noPageCode} from './rules/safety/no-page-code.ts';
import {noPersonalData} from './rules/safety/no-personal-data.ts';
import {noUnexpectedFile} from './rules/safety/no-unexpected-file.ts';
import {noUnreadableFile} from './rules/safety/no-unreadable-file.ts';
import {noUnsafeAddress} from './rules/safety/no-unsafe-address.ts';
import {noUnsafeSvg} from './rules/safety/no-unsafe-svg.ts';
import {noVagueLink} from './rules/structure/no-vague-link.ts';
import {requireAlternativeText} from './rules/structure/require-alternative-text.ts';
import {requireAnswerFirst} from './rules/structure/require-answer-first.ts';
import {requireTableHeading} from './rules/structure/require-table-heading.ts';

/** Every rule that looks at the whole toolkit, with how much it matters. */
export const TOOLKIT_RULES: readonly (readonly [Rule, Severity])[] = [
  [noUnexpectedFile, 'error'],
  [noUnreadableFile, 'error'],
  [noUnsafeSvg, 'error'],
  [noHiddenCharacters, 'error'],
  [noInvalidFrontMatter, 'error'],
  [noUnknownName, 'error'],
  [noBrokenChart, 'error'],
  [noDuplicateTitle, 'error'],
  [noConflictingAddress, 'error'],
  [noChangedRecord, 'error'],
  [noHandmadeRecord, 'error'],
  [noLostAddress, 'error'],
  [noLostHeading, 'error'],
  [requireNote, 'error'],
  [noWrongNote, 'error'],
  [noVagueNote, 'error'],
  [noUnlistedPage, 'error'],
  [noUnusedWord, 'error'],
  [requireConsentOnRecord, 'error'],
  [noSecondSourceName, 'warning'],
  [noOverdueReview, 'warning'],
];

/** Every rule that looks at one page alone, with how much it matters. */
export const PAGE_RULES: readonly (readonly [PageRule, Severity])[] = [
  [noPageCode, 'error'],
  [noUnsafeAddress, 'error'],
  [noLookalikeLetters, 'error'],
  [noPersonalData, 'error'],
  [requireStandardSections, 'error'],
  [noLongSentence, 'warning'],
  [noHardPage, 'warning'],
  [noHardWord, 'warning'],
  [noMisspelling, 'warning'],
  [noWritingSlip, 'error'],
  [requireExpansion, 'warning'],
  [noUnwrittenText, 'error'],
  [noFigureWithoutSource, 'warning'],
  [noShoutedHeading, 'warning'],
  [noVagueLink, 'error'],
  [requireAlternativeText, 'error'],
  [requireAnswerFirst, 'warning'],
  [requireDateStyle, 'error'],
  [requireNumberStyle, 'error'],
  [requireTableHeading, 'error'],
];

/** Every problem of the toolkit as a whole on a day, `2026-11-24`: all of them, never stopping at the first. */
export function checkModel(toolkit: Toolkit, today: string): Problem[] {
  return judgeModel(toolkit, today).problems;
}

/**
 * The same, with the toolkit as far as its pages can be read: a page that nests so deeply that a rule runs out of room
 * is as one that was not read. How deep pages nest is asked only then.
 */
export function judgeModel(toolkit: Toolkit, today: string): {toolkit: Toolkit; problems: Problem[]} {
  try {
    return {toolkit, problems: checkWhole(toolkit, today)};
  } catch (error) {
    const deep = toolkit.documents.filter((entry) => isToBeChecked(entry) && isTooDeep(entry.document));
    if (deep.length === 0) throw error;
    const found = deep.map(({document}) => tooMuchToJudge(document.path, error));
    const readable = withoutWords(toolkit, new Set(deep));
    return {toolkit: readable, problems: [...found, ...checkWhole(readable, today)]};
  }
}

function checkWhole(toolkit: Toolkit, today: string): Problem[] {
  const unread = new Set(toolkit.documents.filter(({isUnread}) => isUnread).map(({document}) => document.path));
  return TOOLKIT_RULES.flatMap(([rule, severity]) => {
    const findings = rule.check(toolkit, today);
    // One rule says why a file was not read; what the others make of it would mislead.
    const told = rule === noUnreadableFile ? findings : findings.filter(({path}) => !unread.has(path));
    return told.map((finding) => toProblem(finding, rule, severity));
  });
}

/** Every problem of one page's words; the frozen words of editions are held to safety alone. */
export function checkPage(page: ParsedPage, context: CheckContext): Problem[] {
  const isCurrent = page.kind === 'page' || page.kind === 'case-study';
  return checkWith(isCurrent ? PAGE_RULES : SAFETY_RULES, page, context);
}

/** Whether page rules look at a document: records have no words, and of what was not read nothing is known. */
export function isToBeChecked({document, isUnread}: KindedDocument): boolean {
  return document.path.endsWith('.md') && isUnread !== true;
}

/** Every problem of every page's words, exceptions made: what linters beside these rules find is not among them. */
export function checkPages(documents: readonly KindedDocument[], context: CheckContext): Problem[] {
  return documents.filter(isToBeChecked).flatMap(({kind, document}) => {
    const page = parsePage(kind, document);
    return applyExceptions(page, checkPage(page, context), EXCEPTION_RULES);
  });
}

/** Every problem of safety in the pages: what a build must never start with. */
export function checkSafety(documents: readonly KindedDocument[], context: CheckContext): Problem[] {
  return documents
    .filter(isToBeChecked)
    .flatMap((entry) => judge(entry, (page) => checkWith(SAFETY_RULES, page, context)));
}

/** Judges one page; where that cannot be done, this is the one problem of it, and others are judged all the same. */
function judge({kind, document}: KindedDocument, work: (page: ParsedPage) => Problem[]): Problem[] {
  try {
    return work(parsePage(kind, document));
  } catch (error) {
    return [tooMuchToJudge(document.path, error)];
  }
}

/**
 * The one problem of a page on which the parser or a rule ran out of room.
 *
 * @throws the error itself, where it tells of something else.
 */
export function tooMuchToJudge(path: string, error: unknown): Problem {
  return asUnreadable(tooMuch(path, error));
}

function asUnreadable(finding: Finding): Problem {
  return {...finding, ruleId: noUnreadableFile.id, severity: 'error'};
}

const SAFETY_RULES = PAGE_RULES.filter(([rule]) => rule.group === 'safety');

function checkWith(rules: typeof PAGE_RULES, page: ParsedPage, context: CheckContext): Problem[] {
  const {path} = page.document;
  const found = rules.flatMap(([rule, severity]) =>
    rule.check(page, context).map((finding) => toProblem({path, ...finding}, rule, severity)),
  );
  return [...endlessFindings(path, page.endless).map(asUnreadable), ...found];
}

/** What a rule found, as it is reported: it may quote whatever it stumbled on, and reports are kept. */
function toProblem(finding: Finding, {id}: Pick<Rule, 'id'>, severity: Severity): Problem {
  const {problem, fix} = finding;
  const masked = {problem: maskPersonalData(problem), fix: maskPersonalData(fix)};
  return {...finding, ...masked, ruleId: id, severity: finding.severity ?? severity};
}

const RULES: ReadonlyMap<string, Rule | PageRule> = new Map(
  [...TOOLKIT_RULES, ...PAGE_RULES].map(([rule]) => [rule.id, rule]),
);

/** The rule of an id; none for rules of linters, and for what the engine itself finds. */
export function ruleOf(ruleId: string): Rule | PageRule | undefined {
  return RULES.get(ruleId);
}

/** What a rule looks after; rules of linters carry the linter's name and look after structure. */
export function groupOf(ruleId: string): RuleGroup {
  return ruleOf(ruleId)?.group ?? (ruleId.includes('/') ? 'structure' : 'model');
}

/** Whether a page may break a rule for a reason, and whether old problems of it may stand. */
export function allowsException(ruleId: string): boolean {
  return ['structure', 'prose'].includes(groupOf(ruleId));
}

/** What exceptions may be made of. */
export const EXCEPTION_RULES: ExceptionRules = {
  ids: [...RULES.keys(), ...OTHER_RULES.map(({id}) => id)],
  allows: allowsException,
};
