import {readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {styleText} from 'node:util';
import {isCancel, multiline, multiselect, select, text} from '@clack/prompts';
import {z} from 'zod';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io, Terminal} from '../../src/fs/io.ts';
import {writeFiles} from '../../src/fs/write-files.ts';
import {caseStudyProposalForm} from '../../src/intake/issue-forms/case-study-proposal-form.ts';
import {type FormField, fieldsOf} from '../../src/intake/issue-forms/parse-issue-body.ts';
import {readChoices} from '../../src/intake/issue-forms/read-choices.ts';
import {buildFieldFeedback, keyOf} from '../../src/intake/proposals/field-feedback.ts';
import {readAnswer} from '../../src/intake/proposals/read-answer.ts';
import {stripContacts} from '../../src/intake/proposals/strip-contacts.ts';
import type {ProposalIssue} from '../../src/intake/proposals/study-of.ts';
import {checkFrontMatter} from '../../src/model/check-front-matter.ts';
import {isNonAnswer} from '../../src/model/front-matter/non-answers.ts';
import {CASE_STUDY_FOLDER, ownerOfFolder} from '../../src/model/pages/page-kinds.ts';
import {caseStudySchema} from '../../src/model/schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {faultOfName} from './page-name.ts';

/** The answers so far, by the id of the question. */
type Answers = Record<string, string>;

const FOLDER = '.tmp';
const FILE = 'new-case-study.json';
const SAVED = `${FOLDER}/${FILE}`;

/** An answer that ends with it goes back, and so does the choice. */
const BACK = '<';
const BACK_OPTION = {value: BACK, label: 'Go back to the previous question'};

const PUBLIC = 'All of it is from public documents';

/**
 * Asks every question of the proposal form, who keeps the page, and why it may be published. Each answer is saved when
 * it is given, and the next run continues there.
 *
 * @returns the answers as the issue that the form would have made
 * @throws {ExitError} if the questions are stopped; the answers remain saved.
 */
export async function askStudy(
  toolkit: Toolkit,
  {cwd, stdout}: Io,
  {terminal, isFresh}: {terminal: Terminal; isFresh: boolean},
): Promise<ProposalIssue> {
  const {config} = toolkit;
  const fields = fieldsOf(caseStudyProposalForm(config)).filter(({id}) => !id.startsWith('consent'));
  const questions = [...fields, ...ownQuestions(config)];
  const answers = isFresh ? {} : await savedAnswers(cwd);
  const done = questions.filter(({id}) => answers[id] !== undefined).length;
  stdout.write(
    done === 0
      ? 'You can stop at any time, and continue later: each answer is saved.\n'
      : `Your ${done === 1 ? 'answer is' : `${done} answers are`} back, from \`${SAVED}\`. To start again, add \`--fresh\`.\n`,
  );
  const usualOwner = ownerOfFolder(CASE_STUDY_FOLDER, config);
  for (let at = nextOf(questions, answers, toolkit); at < questions.length; ) {
    const question = questions[at];
    if (!question) break;
    const given = answers[question.id] ?? (question.id === 'owner' ? usualOwner?.label : undefined);
    const answer = await ask(question, `${at + 1} of ${questions.length}`, given, {terminal, toolkit});
    if (isCancel(answer)) {
      throw new ExitError(
        'the questions were stopped, and no page was written',
        Object.keys(answers).length === 0
          ? 'Run `npm run new -- case-study` to start again.'
          : `Run \`npm run new -- case-study\` to continue: your answers are in \`${SAVED}\`. Add \`--fresh\` to start again.`,
      );
    }
    const isBack = answer.endsWith(BACK);
    const kept = isBack ? answer.slice(0, -BACK.length).trim() : answer;
    if (!isBack || kept !== '') answers[question.id] = kept;
    await writeFiles(cwd, FOLDER, {[FILE]: `${JSON.stringify(answers, null, 2)}\n`});
    at = isBack ? Math.max(0, at - 1) : at + 1;
  }
  const owner = config.owners.find(({label}) => label === answers.owner)?.id;
  const body = fields.map(({id, attributes}) => `### ${attributes.label}\n\n${answers[id] ?? ''}`).join('\n\n');
  return {
    number: 0,
    body,
    chosen: {...(owner && {owner}), ...(answers.basis === PUBLIC && {consent: {basis: 'public-record'}})},
  };
}

/** Removes the saved answers, once they are a page. */
export async function removeSaved(cwd: string): Promise<void> {
  await rm(path.join(cwd, SAVED), {force: true});
}

async function savedAnswers(cwd: string): Promise<Answers> {
  const saved = await readFile(path.join(cwd, SAVED), 'utf8').catch(() => '{}');
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(saved));
  } catch {
    throw new ExitError(
      `\`${SAVED}\` cannot be read, expected saved answers`,
      'Correct the file, or add `--fresh` to start again.',
    );
  }
}

/** The first question without an answer, or with one that was left half-written to go back. */
function nextOf(questions: readonly FormField[], answers: Answers, toolkit: Toolkit): number {
  const next = questions.findIndex((field) => {
    const answer = answers[field.id];
    return answer === undefined || (field.type !== 'dropdown' && faultOf(field, answer, toolkit) !== undefined);
  });
  return next < 0 ? questions.length : next;
}

/** Instead of the boxes of the form, which only a proposal can record, the basis of the consent. */
function ownQuestions({owners}: ToolkitConfig): FormField[] {
  const choice = (id: string, label: string, description: string, options: string[]): FormField => ({
    ...{type: 'dropdown', id, validations: {required: true}},
    attributes: {label, description, options, multiple: false},
  });
  const labels = owners.map(({label}) => label);
  return [
    choice('owner', 'Owner', 'Who keeps the page up to date?', labels),
    choice('basis', 'Consent', 'Why may it be published?', [PUBLIC, 'The organisation agrees']),
  ];
}

async function ask(
  field: FormField,
  count: string,
  given: string | undefined,
  {terminal, toolkit}: {terminal: Terminal; toolkit: Toolkit},
) {
  const {label, description = ''} = field.attributes;
  const isRequired = 'validations' in field && field.validations.required;
  const message = `${label} (${count}${isRequired ? '' : ', optional'})\n${description}`;
  if (field.type === 'dropdown') {
    const {options, multiple} = field.attributes;
    const choices = [...options.map((value) => ({value, label: value})), BACK_OPTION];
    const chosen = given === undefined ? [] : readChoices(field, given).chosen;
    if (!multiple) return select({message, options: choices, ...(chosen[0] && {initialValue: chosen[0]}), ...terminal});
    const answer = await multiselect({
      ...{message, options: choices, required: isRequired, initialValues: chosen},
      ...terminal,
    });
    if (isCancel(answer)) return answer;
    return answer.includes(BACK) ? BACK : answer.join(', ');
  }
  // The prompts for lists show a line of keys themselves.
  const withKeys = (keys: string) => `${message}\n${styleText('cyan', `${keys} • ${BACK} at the end: go back`)}`;
  const prompt = {
    ...{initialValue: given ?? '', ...terminal},
    validate: (typed = '') => (typed.trim().endsWith(BACK) ? undefined : faultOf(field, typed.trim(), toolkit)),
  };
  const answer =
    field.type === 'textarea'
      ? // Text from a word processor has empty lines, which must not end the answer.
        await multiline({
          ...prompt,
          message: withKeys('Enter: new line • Tab and then Enter: finish'),
          showSubmit: true,
        })
      : await text({...prompt, message: withKeys('Enter: finish')});
  return isCancel(answer) ? answer : answer.trim();
}

/** What is wrong with one answer, in the words of the form. */
function faultOf(field: FormField, typed: string, toolkit: Toolkit): string | undefined {
  const {config} = toolkit;
  if (stripContacts(typed, config).count > 0) {
    return "It seems to contain a person's contact details. Remove them; you can link to a page of the organisation.";
  }
  const key = keyOf(field.id);
  const shape: Readonly<Record<string, z.ZodType>> = caseStudySchema(config).shape;
  const schema = shape[key];
  if (!schema) {
    const isMissing = 'validations' in field && field.validations.required && isNonAnswer(typed) && typed.length < 3;
    return isMissing ? 'This is not answered yet. If it is not known, write that.' : undefined;
  }
  const value = readAnswer(key, field, typed, config);
  const frontMatter = value === undefined ? {} : {[key]: value};
  const document = {path: '', text: '', frontMatter, placeOf: () => undefined, body: '', bodyOffset: 0};
  const problems = checkFrontMatter(document, z.object({[key]: schema})).findings.map((finding) => ({
    ...finding,
    ...({line: undefined, severity: 'error', ruleId: 'no-invalid-front-matter', isStyle: false} as const),
  }));
  const [first] = buildFieldFeedback(config, document, problems, []);
  return first?.needed[0] ?? (key === 'title' ? faultOfName(typed, 'case-studies', toolkit)?.problem : undefined);
}
