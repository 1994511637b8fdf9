import type messageArguments from './arguments.json';
import cy from './cy.json' with {type: 'json'};
import en from './en.json' with {type: 'json'};

export const CATALOGUES = {cy, en};

export type English = typeof en;

type Examples = typeof messageArguments;

/** The arguments of each message that has any: a number where its form depends on it. */
export type Arguments = {
  [Key in keyof Examples]: {
    [Name in keyof Examples[Key]]: Examples[Key][Name] extends number ? number : string | number;
  };
};
