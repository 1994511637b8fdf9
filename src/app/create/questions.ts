import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import {isNonAnswer} from '../../content/front-matter/non-answers.ts';
import type {Fault} from '../../content/problem.ts';
import {type ToolkitOptions, toolkitSchema} from '../../content/schemas/toolkit-schema.ts';
import {capitalise} from '../../format/text.ts';
import {ENGLISH, isLanguage, languageOf, type Text, textOf} from '../../language/text.ts';

/** What is asked about a new toolkit; everything else is proposed in its configuration. */
export interface Answers {
  language: string;
  folder: string;
  title: string;
  repository: string;
}

/** A question about a new toolkit. Its option, or the word after the command, gives the answer without being asked. */
interface Question {
  key: keyof Answers;
  /** How the answer is given on the command line. */
  typed: string;
  message: string;
  /** What is offered as the answer, from the answers so far. */
  proposed(answers: Partial<Answers>): string;
}

/** In the order in which they are asked: the language first, because the other answers are proposed in it. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'language',
    typed: '--language',
    message: 'Which language is it in: `en-GB` or `cy`?',
    proposed: () => 'en-GB',
  },
  {key: 'folder', typed: '<folder>', message: 'In which new folder?', proposed: () => 'my-toolkit'},
  {
    key: 'title',
    typed: '--title',
    message: 'What is the toolkit called?',
    proposed: ({folder = '', language}) =>
      titleOf(path.basename(path.resolve(folder))) || textFor(language).newToolkit.title,
  },
  {
    key: 'repository',
    typed: '--repository',
    message: 'Which GitHub repository is it in, as `owner/name`?',
    proposed: ({title = ''}) => `example-org/${slug(title)}`,
  },
];

export function proposeAll(given: Partial<Answers>): Answers {
  const answers = {...given};
  for (const {key, proposed} of QUESTIONS) answers[key] ??= proposed(answers);
  return answers as Answers;
}

/** `museums-and-climate` as a title. */
function titleOf(folder: string): string {
  return capitalise(folder.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** The text in a language; in English where the schema will refuse the language. */
function textFor(language = ''): Text {
  return isLanguage(language) ? textOf({language}) : ENGLISH;
}

/** The settings of a new toolkit, not checked yet. */
export function settingsOf({title, language, repository}: Answers): ToolkitOptions {
  const {newToolkit: t, vocabularies} = textFor(language);
  const [owner = '', name = ''] = repository.split('/');
  const settings = {
    title,
    url: `https://${owner.toLowerCase()}.github.io`,
    baseUrl: `/${name}/`,
    language,
    repository,
    email: 'feedback@toolkit.example',
    manual: true,
    vocabularies: {
      subjects: {...vocabularies.subjects, terms: termsOf(t.subjects)},
      methods: {...vocabularies.methods, terms: termsOf(t.methods)},
      regions: {...vocabularies.regions, guidance: false, required: true, terms: termsOf(t.regions)},
    },
    rules: {preset: 'recommended' as const},
    ...(languageOf(language) !== 'en' && {sections: {case_study: t.caseStudySections}}),
    owners: [{id: 'editor', label: t.editor, team: `@${owner}`, owns: ['*']}],
  };
  return settings as ToolkitOptions;
}

/** The settings of a toolkit without case studies. */
export function pageSettingsOf(answers: Answers): ToolkitOptions {
  const {vocabularies: _, sections: __, ...settings} = settingsOf(answers);
  return {...settings, manual: false, case_studies: false};
}

/** The first answer that cannot be used, if there is one. */
export function findFault(answers: Answers, cwd: string): (Fault & {key: string}) | undefined {
  const target = path.resolve(cwd, answers.folder);
  if (existsSync(target) && readdirSync(target).some((name) => name !== '.git')) {
    const problem = `\`${answers.folder}\` has files already, expected a new or an empty folder`;
    return {key: 'folder', problem, fix: 'Name another folder.'};
  }
  if (isNonAnswer(answers.title)) {
    const problem = `\`--title\` is \`${answers.title}\`, expected the name of the toolkit`;
    return {
      key: 'title',
      problem,
      fix: `Answer in this form: \`--title "${textFor(answers.language).newToolkit.title}"\`.`,
    };
  }
  // The address and the name of the owner are made from the repository.
  const issues = toolkitSchema.safeParse(settingsOf(answers)).error?.issues ?? [];
  const [issue] = issues.toSorted((a, b) => rank(a.path[0]) - rank(b.path[0]));
  if (!issue) return undefined;
  const question = QUESTIONS.find(({key}) => key === issue.path[0]);
  if (!question)
    return {key: 'repository', problem: `\`${issue.path.join('.')}\`: ${issue.message}`, fix: 'Give other answers.'};
  const {key, typed, proposed} = question;
  return {
    key,
    problem: `\`${typed}\` is \`${answers[key]}\`, ${issue.code === 'too_small' ? 'expected an answer' : issue.message}`,
    fix: `Answer in this form: \`${typed} "${proposed(answers)}"\`.`,
  };
}

/** Faults of answers come before those of what is made from them. */
const rank = (key: unknown) => (QUESTIONS.some((question) => question.key === key) ? 0 : 1);

function termsOf(answer: string): {id: string; label: string}[] {
  const labels = new Set(answer.split(',').flatMap((label) => label.trim() || []));
  return [...labels].map((label) => ({id: slug(label), label}));
}

export function slug(text: string): string {
  return new GithubSlugger().slug(text.normalize('NFKD').replace(/[^\p{L}\p{N}\s-]/gu, '')).replace(/-+/g, '-');
}
