/*
 * Rules find what is wrong with a toolkit and say how to fix it. A rule is a pure function of the toolkit or of one page,
 * with its reason and examples next to it: they are its tests and its page in the manual. Rules find, and never change or
 * throw. A page that is too deep for the parser becomes one finding.
 *
 * Page rules are most of the cost of a check. Their findings depend on one page, its context and their code, so they are
 * kept until one of these changes. Toolkit rules run each time.
 */

import type {CheckContext} from '../content/check-context.ts';
import {ownRuleId} from '../content/extensions/own-rule.ts';
import {endlessFindings, isTooDeep, parseLimitFinding} from '../content/markdown/parse-limits.ts';
import {type ParsedPage, parsePage} from '../content/markdown/parsed-page.ts';
import {keepResult, oncePer, recall, remember} from '../content/memo.ts';
import {maskPersonalData} from '../content/privacy/mask-personal-data.ts';
import {compareText, type Finding, type Problem, type Severity} from '../content/problem.ts';
import {CONFIG_FILE} from '../content/schemas/toolkit-schema.ts';
import type {SourceDocument} from '../content/source-document.ts';
import {type KindedDocument, type Toolkit, withoutContent} from '../content/toolkit.ts';
import {languageOf} from '../language/text.ts';
import {applyExceptions, type ExceptionRules} from './exceptions.ts';
import {EXTERNAL_RULES} from './external-rules.ts';
import {noBrokenChart} from './model/no-broken-chart.ts';
import {noBrokenLink} from './model/no-broken-link.ts';
import {noConflictingAddress} from './model/no-conflicting-address.ts';
import {noDuplicateTitle} from './model/no-duplicate-title.ts';
import {noInvalidFrontMatter} from './model/no-invalid-front-matter.ts';
import {noUnknownName} from './model/no-unknown-name.ts';
import {noUnlistedSource} from './model/no-unlisted-source.ts';
import {requireStandardSections} from './model/require-standard-sections.ts';
import {requireTerm} from './model/require-term.ts';
import {checkOwnRules, type OwnFinding, withoutRepeatedFailures} from './own-rules.ts';
import {noFigureWithoutSource} from './prose/no-figure-without-source.ts';
import {noHardPage} from './prose/no-hard-page.ts';
import {noHardWord} from './prose/no-hard-word.ts';
import {noLongSentence} from './prose/no-long-sentence.ts';
import {noMisspelling} from './prose/no-misspelling.ts';
import {noShoutedHeading} from './prose/no-shouted-heading.ts';
import {noUnwrittenText} from './prose/no-unwritten-text.ts';
import {noWritingSlip} from './prose/no-writing-slip.ts';
import {requireDateStyle} from './prose/require-date-style.ts';
import {requireExpansion} from './prose/require-expansion.ts';
import {requireNumberStyle} from './prose/require-number-style.ts';
import {noBrokenChain} from './public-record/no-broken-chain.ts';
import {noChangedRecord} from './public-record/no-changed-record.ts';
import {noDoubtfulChange} from './public-record/no-doubtful-change.ts';
import {noLostAddress} from './public-record/no-lost-address.ts';
import {noLostHeading} from './public-record/no-lost-heading.ts';
import {noMisplacedNote} from './public-record/no-misplaced-note.ts';
import {noOverdueReview} from './public-record/no-overdue-review.ts';
import {noVagueNote} from './public-record/no-vague-note.ts';
import {noWrongNote} from './public-record/no-wrong-note.ts';
import {requireConsentOnRecord} from './public-record/require-consent-on-record.ts';
import {requireLaunch} from './public-record/require-launch.ts';
import {requireNote} from './public-record/require-note.ts';
import type {PageRule, Rule, RuleGroup} from './rule.ts';
import {applyRuleSettings, ruleSettingFindings} from './rule-settings.ts';
import {noHiddenCharacters} from './safety/no-hidden-characters.ts';
import {noPageCode} from './safety/no-page-code.ts';
import {noPersonalData} from './safety/no-personal-data.ts';
import {noUnexpectedFile} from './safety/no-unexpected-file.ts';
import {noUnreadableFile} from './safety/no-unreadable-file.ts';
import {noUnsafeAddress} from './safety/no-unsafe-address.ts';
import {noUnsafeSvg} from './safety/no-unsafe-svg.ts';
import {noLongPage} from './structure/no-long-page.ts';
import {noPastedLayout} from './structure/no-pasted-layout.ts';
import {noVagueLink} from './structure/no-vague-link.ts';
import {requireAlternativeText} from './structure/require-alternative-text.ts';
import {requireAnswerFirst} from './structure/require-answer-first.ts';
import {requireTableHeading} from './structure/require-table-heading.ts';

export const TOOLKIT_RULES: readonly (readonly [Rule, Severity])[] = [
  [noUnexpectedFile, 'error'],
  [noUnreadableFile, 'error'],
  [noUnsafeSvg, 'error'],
  [noHiddenCharacters, 'error'],
  [noInvalidFrontMatter, 'error'],
  [noUnknownName, 'error'],
  [noBrokenChart, 'error'],
  [noBrokenLink, 'error'],
  [noDuplicateTitle, 'error'],
  [noConflictingAddress, 'error'],
  [noChangedRecord, 'error'],
  [noBrokenChain, 'error'],
  [noLostAddress, 'error'],
  [noLostHeading, 'error'],
  [requireLaunch, 'error'],
  [requireNote, 'error'],
  [noMisplacedNote, 'error'],
  [noWrongNote, 'error'],
  [noVagueNote, 'error'],
  [requireTerm, 'error'],
  [requireConsentOnRecord, 'error'],
  [noOverdueReview, 'warning'],
  [noDoubtfulChange, 'note'],
];

export const PAGE_RULES: readonly (readonly [PageRule, Severity])[] = [
  [noPageCode, 'error'],
  [noUnsafeAddress, 'error'],
  [noPersonalData, 'error'],
  [requireStandardSections, 'error'],
  [noUnlistedSource, 'warning'],
  [noLongSentence, 'warning'],
  [noHardPage, 'warning'],
  [noLongPage, 'warning'],
  [noHardWord, 'warning'],
  [noMisspelling, 'warning'],
  [noWritingSlip, 'error'],
  [requireExpansion, 'warning'],
  [noUnwrittenText, 'error'],
  [noFigureWithoutSource, 'warning'],
  [noPastedLayout, 'error'],
  [noShoutedHeading, 'warning'],
  [noVagueLink, 'error'],
  [requireAlternativeText, 'error'],
  [requireAnswerFirst, 'warning'],
  [requireDateStyle, 'error'],
  [requireNumberStyle, 'error'],
  [requireTableHeading, 'error'],
];

/** Runs the work of a rule; returns `undefined` where it took too long. */
type RunRule = <Result>(work: () => Result) => Result | undefined;

/** Runs every toolkit rule for a day, `2026-11-24`, and returns all problems. */
export function checkModel(
  toolkit: Toolkit,
  today: string,
  rules: typeof TOOLKIT_RULES = TOOLKIT_RULES,
  run?: RunRule,
): Problem[] {
  return checkReadableModel(toolkit, today, rules, run).problems;
}

/**
 * Like `checkModel`, but also returns the toolkit without pages that nest too deeply for the rules. Measuring the depth
 * is slow, so it happens only if a rule fails.
 */
export function checkReadableModel(
  toolkit: Toolkit,
  today: string,
  rules: typeof TOOLKIT_RULES = TOOLKIT_RULES,
  run: RunRule = (work) => work(),
): {toolkit: Toolkit; problems: Problem[]} {
  try {
    return {toolkit, problems: checkWhole(toolkit, today, rules, run)};
  } catch (error) {
    const deep = toolkit.documents.filter((entry) => isToBeChecked(entry) && isTooDeep(entry.document));
    if (deep.length === 0) throw error;
    const deepProblems = deep.map(({document}) => parseLimitProblem(document.path, error));
    const readable = withoutContent(toolkit, new Set(deep));
    return {toolkit: readable, problems: [...deepProblems, ...checkWhole(readable, today, rules, run)]};
  }
}

/** What is found where a rule was stopped. */
const STOPPED: Finding = {
  path: CONFIG_FILE,
  problem: 'the rule took more than a minute for this toolkit and was stopped, expected a few seconds at most',
  fix: 'Look at what was changed last for a page with very many notes, links or tables, and shorten it.',
};

function checkWhole(toolkit: Toolkit, today: string, rules: typeof TOOLKIT_RULES, run: RunRule): Problem[] {
  const unread = new Set(toolkit.documents.filter(({isUnread}) => isUnread).map(({document}) => document.path));
  const problems = rulesFor(toolkit.config, rules).flatMap(([rule, severity]) => {
    const findings = run(() => rule.check(toolkit, today));
    if (findings === undefined) return [toProblem(STOPPED, rule, 'error')];
    // For an unreadable file, only the rule that explains why is useful.
    const reported = rule === noUnreadableFile ? findings : findings.filter(({path}) => !unread.has(path));
    return reported.map((finding) => toProblem(finding, rule, severity));
  });
  const settings = ruleSettingFindings(toolkit.config, EXCEPTION_RULES.ids, groupOf);
  return [
    ...settings.map((finding) => toProblem(finding, {id: 'no-invalid-configuration'}, 'error')),
    ...applyRuleSettings(problems, toolkit.config, groupOf),
  ];
}

/**
 * The problems of one page: those that page rules and, in current pages, linters find, after exceptions and with the
 * toolkit's own severities. A page that exceeds a limit of the parser has no other problem.
 */
export async function checkPage(
  {kind, document}: Pick<KindedDocument, 'kind' | 'document'>,
  context: CheckContext,
): Promise<Problem[]> {
  try {
    const page = parsePage(kind, document);
    // Without front matter its lines would be taken for sentences, and the model reports that it has none.
    const isCurrent = (kind === 'page' || kind === 'case-study') && document.bodyOffset > 0;
    const problems = checkWith(isCurrent ? PAGE_RULES : SAFETY_RULES, page, context);
    problems.push(...checkOwnRules(page, context.ownRules).map(toOwnProblem));
    if (isCurrent) {
      // Loading the linters takes longer than checking a page, and a build needs neither.
      const {lintStructure} = await import('./linters/lint-structure.ts');
      const {lintMarkdown} = await import('./linters/lint-markdown.ts');
      problems.push(...(await lintStructure(document)), ...(await lintMarkdown(page)));
    }
    // Exceptions come first, so that one from a rule that is off does no harm.
    return applyRuleSettings(applyExceptions(page, problems, EXCEPTION_RULES), context.config, groupOf);
  } catch (error) {
    return [parseLimitProblem(document.path, error)];
  }
}

function toOwnProblem({finding, rule, isFailure}: OwnFinding): Problem {
  return isFailure
    ? toProblem(finding, {id: 'no-invalid-configuration'}, 'error')
    : toProblem(finding, {id: ownRuleId(rule)}, rule.severity);
}

/** Whether page rules apply to a document: it is Markdown, and was readable. */
export function isToBeChecked({document, isUnread, isManual}: KindedDocument): boolean {
  return document.path.endsWith('.md') && isUnread !== true && isManual !== true;
}

/** Everything that decides the problems of a page, by which they are kept. */
export function problemInputs({path, text}: SourceDocument, context: CheckContext): string[] {
  return [path, text, settingsOf(context)];
}

const settingsOf = oncePer(({config, directiveCode, words}: CheckContext) =>
  JSON.stringify([config, directiveCode, words]),
);

/** Checks every page, unless what it would find is kept. */
export async function checkPages(documents: readonly KindedDocument[], context: CheckContext): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const entry of documents.filter(isToBeChecked)) {
    const inputs = problemInputs(entry.document, context);
    const kept = recall<Problem[]>('problems', inputs);
    const found = kept?.value ?? (await checkPage(entry, context));
    if (!kept) keepResult('problems', inputs, found);
    problems.push(...found);
  }
  return withoutRepeatedFailures(problems.sort((a, b) => compareText(a.path, b.path)));
}

/** Runs only the safety rules on every page. A build must not start if they find anything. */
export function checkSafety(documents: readonly KindedDocument[], context: CheckContext): Problem[] {
  const config = JSON.stringify([context.config, context.directiveCode]);
  const problems = documents.filter(isToBeChecked).flatMap((entry) => {
    const {path, text} = entry.document;
    return remember('safety', [path, text, config], () => {
      try {
        return checkWith(SAFETY_RULES, parsePage(entry.kind, entry.document), context);
      } catch (error) {
        return [parseLimitProblem(path, error)];
      }
    });
  });
  return problems.sort((a, b) => compareText(a.path, b.path));
}

/**
 * The problem for a page that exceeded a limit of the parser or of a rule.
 *
 * @throws the error itself if it has another cause.
 */
function parseLimitProblem(path: string, error: unknown): Problem {
  return asUnreadable(parseLimitFinding(path, error));
}

function asUnreadable(finding: Finding): Problem {
  return {...finding, ruleId: noUnreadableFile.id, severity: 'error'};
}

const SAFETY_RULES = PAGE_RULES.filter(([rule]) => rule.group === 'safety');

function checkWith(rules: typeof PAGE_RULES, page: ParsedPage, context: CheckContext): Problem[] {
  const {path} = page.document;
  const problems = rulesFor(context.config, rules).flatMap(([rule, severity]) =>
    rule.check(page, context).map((finding) => toProblem({path, ...finding}, rule, severity)),
  );
  return [...endlessFindings(path, page.endless).map(asUnreadable), ...problems];
}

/** The rules for a toolkit: those that judge the text of one language are only for toolkits in it. */
function rulesFor<R extends Pick<Rule, 'language'>>(
  {language}: {language: string},
  rules: readonly (readonly [R, Severity])[],
): readonly (readonly [R, Severity])[] {
  return rules.filter(([rule]) => rule.language === undefined || rule.language === languageOf(language));
}

/** Turns a finding into a problem, and masks personal data that it quotes, because reports are kept. */
function toProblem(finding: Finding, {id}: Pick<Rule, 'id'>, severity: Severity): Problem {
  const {problem, fix, example} = finding;
  const masked = {problem: maskPersonalData(problem), fix: maskPersonalData(fix)};
  const shown = example === undefined ? {} : {example: maskPersonalData(example)};
  return {...finding, ...masked, ...shown, ruleId: id, severity: finding.severity ?? severity};
}

const RULES: ReadonlyMap<string, Rule | PageRule> = new Map(
  [...TOOLKIT_RULES, ...PAGE_RULES].map(([rule]) => [rule.id, rule]),
);

/** The group of a rule. Rules of linters, `linter/rule`, belong to structure. */
export function groupOf(ruleId: string): RuleGroup {
  return RULES.get(ruleId)?.group ?? (ruleId.includes('/') ? 'structure' : 'model');
}

/** Whether a rule allows exceptions and entries in the baseline. */
export function allowsException(ruleId: string): boolean {
  return ['structure', 'prose'].includes(groupOf(ruleId));
}

const EXCEPTION_RULES: ExceptionRules = {
  ids: [...RULES.keys(), ...EXTERNAL_RULES.map(({id}) => id)],
  allows: allowsException,
};
