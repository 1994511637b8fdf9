import {CATALOGUES} from '../../../../src/language/catalogues.ts';
import {argumentsOf, textsOf} from '../../../../src/language/messages.ts';
import {textOf} from '../../../../src/language/text.ts';

type Message = string | ((values: Readonly<Record<string, number>>) => string);

/** Every message in a language by its key, `home.news`, with the numbers 7001, 7002 and so on as arguments. */
export function messagesIn(language: string): ReadonlyMap<string, string> {
  return new Map(
    textsOf(CATALOGUES.en).map(([key, english]) => {
      const message = key.split('.').reduce<unknown>((group, name) => Reflect.get(group as object, name), {
        ...textOf({language}),
      }) as Message;
      const names = [...argumentsOf(english).keys()];
      const values = Object.fromEntries(names.map((name, index) => [name, 7001 + index]));
      return [key, typeof message === 'string' ? message : message(values)];
    }),
  );
}
