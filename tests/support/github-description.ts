import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Options, ValidateFunction} from 'ajv';
import {Ajv} from 'ajv';

type Json = Record<string, unknown>;

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Json;
}

interface Operation {
  parameters?: Json[];
  requestBody?: {required?: boolean; content: Record<string, {schema: Json}>};
  responses: Record<string, Json>;
}

/** What reaches the stand-in, as far as it is judged. */
interface JudgedRequest {
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: unknown;
}

/** What GitHub's own description says of one operation. */
export interface DescribedOperation {
  /** Everything that is wrong with a request; the values are turned into what the description says, `7` for `'7'`. */
  judgeRequest(request: JudgedRequest): string[];
  /** Everything that is wrong with an answer. */
  judgeAnswer(status: number, data: unknown): string[];
}

const FILE = fileURLToPath(import.meta.resolve('@octokit/openapi/generated/api.github.com.json'));

// Read where first needed, in a tenth of a second; the schemas are compiled operation by operation.
let description: Json | undefined;
const described = new Map<string, DescribedOperation>();

// Formats are the description's weak side (`uri` for templates, for one): only what is certain is checked.
const OPTIONS: Options = {
  strict: false,
  allErrors: true,
  logger: false,
  formats: {'date-time': (text: string) => !Number.isNaN(Date.parse(text))},
};
const ajv = new Ajv(OPTIONS);
// What stands in an address is text, and may mean a number.
const addressAjv = new Ajv({...OPTIONS, coerceTypes: true});

/** An operation by its route, `GET /repos/{owner}/{repo}/pulls`. */
export function describeOperation(route: string): DescribedOperation {
  const known = described.get(route);
  if (known) return known;
  const [method = '', path = ''] = route.split(' ');
  const operation = follow(['paths', path, method.toLowerCase()]) as unknown as Operation;
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter) as unknown as Parameter);
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  const validatePath = addressAjv.compile(objectOf(parameters.filter((parameter) => parameter.in === 'path')));
  const validateQuery = addressAjv.compile(objectOf(parameters.filter((parameter) => parameter.in === 'query')));
  const validateBody = bodySchema && ajv.compile(closed(expand(bodySchema)));
  const validateAnswers = new Map<number, ValidateFunction>();

  const made: DescribedOperation = {
    judgeRequest: ({path, query, body}) => [
      ...complaints('path', validatePath, path),
      ...complaints('query', validateQuery, query),
      ...(validateBody ? complaints('body', validateBody, body) : []),
      ...(!validateBody && body !== undefined ? ['body: is there, and the description knows none'] : []),
    ],
    judgeAnswer(status, data) {
      const answer = operation.responses[status];
      if (!answer) return [`answer: status ${status} is not in the description`];
      const {content} = resolve(answer) as {content?: Record<string, {schema: Json}>};
      const schema = content?.['application/json']?.schema;
      if (!schema) return [];
      const validate = validateAnswers.get(status) ?? ajv.compile(expand(schema));
      validateAnswers.set(status, validate);
      return complaints('answer', validate, data);
    },
  };
  described.set(route, made);
  return made;
}

/** A value of GitHub's own examples, `pull-request-simple-items`, as a copy. */
export function exampleOf(name: string): unknown {
  return structuredClone(follow(['components', 'examples', name]).value);
}

/** The schema of what a webhook event sends, `workflow-run-completed`, without its references. */
export function eventSchema(name: string): Json {
  const {content} = follow(['x-webhooks', name, 'post', 'requestBody']) as {content: Record<string, {schema: Json}>};
  return expand(content['application/json']?.schema ?? {});
}

function follow(keys: readonly string[]): Json {
  description ??= JSON.parse(readFileSync(FILE, 'utf8')) as Json;
  let value: unknown = description;
  for (const key of keys) value = (value as Json | undefined)?.[key];
  if (value === undefined) throw new Error(`GitHub's description has no ${keys.join(' ')}`);
  return value as Json;
}

function resolve(value: Json): Json {
  return typeof value.$ref === 'string' ? resolve(follow(value.$ref.replace('#/', '').split('/'))) : value;
}

/** A schema with what it refers to, in the JSON Schema that `ajv` reads: OpenAPI 3.0 says `nullable` where that says `null`. */
function expand(schema: Json): Json {
  const $defs: Record<string, unknown> = {};
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const {$ref, nullable, example: _example, examples: _examples, ...rest} = value as Json;
    if (typeof $ref === 'string') {
      const name = $ref.split('/').at(-1) ?? $ref;
      if (!(name in $defs)) {
        $defs[name] = true;
        $defs[name] = walk(resolve({$ref}));
      }
      return {$ref: `#/$defs/${name}`};
    }
    const walked = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, walk(inner)]));
    return nullable === true ? {anyOf: [{type: 'null'}, walked]} : walked;
  };
  return {...(walk(schema) as Json), $defs};
}

/** The real API passes over what it does not know; here that is a slip of the pen. */
function closed(schema: Json): Json {
  return schema.type === 'object' ? {...schema, additionalProperties: false} : schema;
}

function objectOf(parameters: readonly Parameter[]): Json {
  return expand({
    type: 'object',
    properties: Object.fromEntries(parameters.map(({name, schema}) => [name, schema])),
    required: parameters.filter(({required}) => required).map(({name}) => name),
    additionalProperties: false,
  });
}

function complaints(part: string, validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({instancePath, message, params}) => {
    const extra = 'additionalProperty' in params ? ` (\`${params.additionalProperty}\`)` : '';
    return `${part}${instancePath}: ${message}${extra}`;
  });
}
