import GithubSlugger from 'github-slugger';
import {capitalise} from '../../src/format/text.ts';
import {ENGLISH, hasCatalogue, languageOf, type Text, textOf} from '../../src/language/text.ts';
import type {Fault} from '../../src/model/problem.ts';
import {type ToolkitOptions, toolkitSchema} from '../../src/model/schemas/toolkit-schema.ts';
import type {OptionsOf} from '../commands.ts';

type CreateOption = Exclude<keyof OptionsOf<'create'>, 'engine' | 'no-install' | 'yes'>;

export type Answers = Record<CreateOption, string>;

/** The answers so far, and the name of the folder, which usually says what the toolkit is called. */
export type GivenAnswers = Partial<Answers> & {folder?: string};

/** A question about a new toolkit. Its option gives the answer without being asked. */
interface Question {
  option: CreateOption;
  message: string;
  /** What is offered as the answer, from the answers so far. */
  proposed(answers: GivenAnswers): string;
}

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  // First, because what is offered as the other answers is in the language.
  {option: 'language', message: 'Which language is it in: `en-GB` or `cy`?', proposed: () => 'en-GB'},
  {
    option: 'title',
    message: 'What is the toolkit called?',
    proposed: ({folder = '', ...answers}) => titleOf(folder) || textFor(answers).newToolkit.title,
  },
  {
    option: 'audience',
    message: 'Who is it for, as it would follow the word "For"?',
    proposed: (answers) => textFor(answers).newToolkit.audience,
  },
  {
    option: 'publisher',
    message: 'Who publishes it? One sentence for readers.',
    proposed: (answers) => textFor(answers).newToolkit.publisher({title: answers.title ?? ''}),
  },
  {
    option: 'repository',
    message: 'Which GitHub repository is it in, as `owner/name`?',
    proposed: ({title = ''}) => `example-org/${slug(title)}`,
  },
  {
    option: 'url',
    message: 'At which address will it be?',
    proposed: ({repository = '/'}) => `https://${repository.replace('/', '.github.io/')}/`,
  },
  {option: 'email', message: 'Which email address can readers write to?', proposed: () => 'feedback@toolkit.example'},
  {
    option: 'subjects',
    message: 'What do its readers want to achieve? Separate the subjects with commas.',
    proposed: (answers) => textFor(answers).newToolkit.subjects,
  },
  {
    option: 'methods',
    message: 'Which ways of working does it describe? Separate the methods with commas.',
    proposed: (answers) => textFor(answers).newToolkit.methods,
  },
  {
    option: 'regions',
    message: 'Where can case studies come from? Separate the regions with commas.',
    proposed: (answers) => textFor(answers).newToolkit.regions,
  },
  {option: 'phase', message: 'Is it in alpha, beta or live?', proposed: () => 'alpha'},
];

/** `museums-and-climate` as a title. */
function titleOf(folder: string): string {
  return capitalise(folder.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** The text in the language of the answers; in English where the schema will refuse the language. */
function textFor({language = ''}: Partial<Answers>): Text {
  return hasCatalogue(language) ? textOf({language}) : ENGLISH;
}

/** The settings of a new toolkit, not checked yet. */
export function settingsOf(answers: Answers): ToolkitOptions {
  const {url, baseUrl} = splitAddress(answers.url);
  const {newToolkit: t} = textFor(answers);
  const phases: Readonly<Record<string, string>> = t.phases;
  const settings = {
    title: answers.title,
    strapline: t.strapline,
    description: t.description({audience: answers.audience}),
    audience: answers.audience,
    url,
    baseUrl,
    language: answers.language,
    repository: answers.repository,
    email: answers.email,
    manual: true,
    phase: {name: answers.phase, text: phases[answers.phase] ?? ''},
    publisher: answers.publisher,
    licence: {
      name: 'Creative Commons Attribution 4.0 International',
      url: 'https://creativecommons.org/licenses/by/4.0/',
      attribution: t.attribution({title: answers.title}),
    },
    vocabularies: vocabulariesOf(answers),
    ...(languageOf(answers.language) !== 'en' && {sections: {case_study: t.caseStudySections}}),
    owners: [{id: 'editor', label: t.editor, team: `@${answers.repository.split('/')[0]}`, owns: ['*']}],
  };
  return settings as ToolkitOptions;
}

/** An answer that cannot be used. */
interface AnswerFault extends Fault {
  option: string;
}

/** The first answer that cannot be used, if there is one. */
export function findFault(answers: Answers): AnswerFault | undefined {
  const [issue] = toolkitSchema.safeParse(settingsOf(answers)).error?.issues ?? [];
  if (!issue) return undefined;
  const [first, vocabulary] = issue.path;
  const key = String(first === 'vocabularies' ? vocabulary : first);
  const question = QUESTIONS.find(({option}) => option === (key === 'baseUrl' ? 'url' : key));
  if (!question) return {option: key, problem: `\`${key}\`: ${issue.message}`, fix: 'Give other answers.'};
  const {option, proposed} = question;
  return {
    option,
    problem: `\`--${option}\` is \`${answers[option]}\`, ${issue.code === 'too_small' ? 'expected an answer' : issue.message}`,
    fix: `Answer in this form: \`--${option} "${proposed(answers)}"\`.`,
  };
}

/** An address without a path is the schema's to refuse. */
function splitAddress(address: string): {url: string; baseUrl: string} {
  if (!URL.canParse(address)) return {url: address, baseUrl: '/'};
  const {origin, pathname} = new URL(address);
  return {url: origin, baseUrl: pathname.endsWith('/') ? pathname : `${pathname}/`};
}

/** The three vocabularies that a new toolkit begins with, with their names in its language. */
function vocabulariesOf({subjects, methods, regions, ...answers}: Answers): ToolkitOptions['vocabularies'] {
  const {vocabularies: t} = textFor(answers);
  return {
    subjects: {...t.subjects, terms: termsOf(subjects)},
    methods: {...t.methods, terms: termsOf(methods)},
    regions: {...t.regions, guidance: false, required: true, terms: termsOf(regions)},
  };
}

function termsOf(answer: string): {id: string; label: string}[] {
  const labels = new Set(answer.split(',').flatMap((label) => label.trim() || []));
  return [...labels].map((label) => ({id: slug(label), label}));
}

export function slug(text: string): string {
  return new GithubSlugger().slug(text.normalize('NFKD').replace(/[^\p{L}\p{N}\s-]/gu, '')).replace(/-+/g, '-');
}
