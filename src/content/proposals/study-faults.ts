import type {FormField} from '../issue-forms/parse-issue-body.ts';
import type {Fault} from './consent-of.ts';
import {NAMES_SOMEBODY} from './tell-author.ts';

/** Words that are no part of an answer. */
export const UNPLACED: Fault = {
  field: '',
  problem: 'some words stand under no label of the form, and are no part of an answer',
  fix: 'Put each under the label of the form that it answers.',
  isNeeded: false,
};

/** An answer that seems to name a person; `isPublic` where everybody can read what was sent. */
export function named(field: string, isPublic: boolean): Fault {
  return {
    field,
    ...NAMES_SOMEBODY,
    ...(isPublic && {
      fix: `${NAMES_SOMEBODY.fix} Take the name out where you wrote it too, for everybody can read it there.`,
    }),
    isNeeded: false,
    isPersonal: true,
  };
}

/** An answer that held so many addresses or numbers, which are not copied. */
export function contacts(field: string, count: number, isPublic: boolean): Fault {
  const what =
    count === 1 ? 'an e-mail address or a telephone number' : `${count} e-mail addresses or telephone numbers`;
  return {
    field,
    problem: `it holds ${what} that may be a person's; we have not copied ${count === 1 ? 'it' : 'them'}`,
    fix: `${isPublic ? 'Take it out where you wrote it too, for everybody can read it there. ' : ''}Link to a page of the organisation.`,
    isNeeded: false,
    isPersonal: true,
  };
}

/** An answer that begins at one of several places. */
export function doubt(field: string, asked: FormField | undefined): Fault {
  return {
    field,
    problem: `the words “${asked?.attributes.label}” stand more than once, so we guessed where this answer begins`,
    fix: 'Look whether each answer is whole in the file; if not, put the heading inside your answer into other words.',
    isNeeded: false,
  };
}

/** A time of which only the years are kept. */
export function yearsAlone(typed: string, field: string): Fault {
  const problem = `of “${typed}” we took the years alone`;
  return {field, problem, fix: 'Say the day or the month in the story, if it matters there.', isNeeded: false};
}
