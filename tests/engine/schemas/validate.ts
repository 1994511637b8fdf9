import {Ajv} from 'ajv';
import chooserSchema from './issue-chooser.schema.json' with {type: 'json'};
import formSchema from './issue-form.schema.json' with {type: 'json'};

interface Element {
  id?: string;
  attributes?: {label?: string; options?: (string | {label?: string})[]};
}

const ajv = new Ajv({allErrors: true, discriminator: true, allowUnionTypes: true});
// Whether some deep value of each item is unique is beyond JSON Schema.
ajv.addKeyword({
  keyword: 'uniqueIds',
  type: 'array',
  schemaType: 'boolean',
  validate: (_: boolean, body: Element[]) => areUnique(body.flatMap(({id}) => id ?? [])),
});
ajv.addKeyword({
  keyword: 'uniqueLabels',
  type: 'array',
  schemaType: 'boolean',
  validate: (_: boolean, body: Element[]) => areUnique(body.flatMap(labelsOf).map(toReference)),
});
const schemas = {
  form: ajv.compile(formSchema),
  chooser: ajv.compile(chooserSchema),
};

/** The rules that a form or the chooser's configuration breaks: `/body/0/attributes required`. */
export function brokenRules(kind: keyof typeof schemas, value: unknown): string[] {
  const validate = schemas[kind];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({instancePath, keyword}) => `${instancePath} ${keyword}`);
}

function labelsOf({attributes}: Element): string[] {
  const boxes = (attributes?.options ?? []).flatMap((option) =>
    typeof option === 'string' ? [] : (option.label ?? []),
  );
  // What is no text is the business of another rule.
  return [attributes?.label, ...boxes].filter((label) => typeof label === 'string');
}

/** What GitHub makes of a label, by `parameterize` of Rails: `Name?` and `Name???` are both `name`. */
function toReference(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '');
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
