import {Ajv2020} from 'ajv/dist/2020.js';

/** Draft 2020-12, which says which form of text a `format` asks for, and leaves the checking to others. */
function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    strict: true,
    formats: {date: /^\d{4}-\d{2}-\d{2}$/, uri: (text) => URL.canParse(text)},
  });
}

/** What keeps a schema from being one of draft 2020-12. */
export function schemaFaults(schema: object): string[] {
  const ajv = createAjv();
  if (ajv.validateSchema(schema)) return [];
  return (ajv.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`);
}

/** Holds files against a schema; gives the rules that one breaks: `/pages/0 required`. */
export function createValidator(schema: object): (value: unknown) => string[] {
  const validate = createAjv().compile(schema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({instancePath, keyword}) => `${instancePath} ${keyword}`);
}
