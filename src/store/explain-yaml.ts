import type {ErrorCode} from 'yaml';
import type {Finding, TextEdit} from '../content/problem.ts';

/** What the YAML parser says; positions count in the YAML text. */
interface YamlError {
  code: ErrorCode;
  message: string;
  pos: [start: number, end: number];
}

type Explained = Pick<Finding, 'problem' | 'fix' | 'edit'> & {offset: number};

/** The parser's errors as an author would say them, one for each line: a slip often brings others in its train. */
export function explainYaml(yaml: string, errors: readonly YamlError[]): Explained[] {
  const lineOf = (offset: number) => yaml.lastIndexOf('\n', offset - 1);
  const firsts = errors.filter((error, index) => {
    const earlier = errors.slice(0, index);
    return !earlier.some(({pos}) => lineOf(pos[0]) === lineOf(error.pos[0]));
  });
  return firsts.map((error) => ({offset: error.pos[0], ...explain(yaml, error)}));
}

function explain(yaml: string, {code, message, pos: [start]}: YamlError): Omit<Explained, 'offset'> {
  const end = yaml.indexOf('\n', start);
  const value = yaml.slice(start, end === -1 ? yaml.length : end).trimEnd();
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && value.includes(': ')) {
    return inQuotes(start, value, `value holds \`: \`, which begins a new key, expected such a value in quotes`);
  }
  if (code === 'BAD_SCALAR_START') {
    return inQuotes(start, value, `value begins with \`${value.charAt(0)}\`, expected such a value in quotes`);
  }
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]+/.exec(yaml.slice(start))?.[0] ?? 'key';
    return {problem: `\`${key}\` stands twice, expected each key once`, fix: 'Keep one of the two.'};
  }
  if (code === 'MISSING_CHAR') {
    return {
      problem: 'something that was opened is not closed, expected its other half',
      fix: 'Close the quotes or the bracket of this line.',
    };
  }
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const fix = 'Write `key: value`, or join the line to the one above it.';
    return {problem: `line holds no \`: \`, expected a key and its value`, fix};
  }
  if (code === 'TAB_AS_INDENT') {
    return {problem: 'line begins with a tab, expected spaces', fix: 'Put two spaces in the place of the tab.'};
  }
  if (/call stack/i.test(message)) {
    const problem = 'values stand in one another too deeply to be read, expected a few levels';
    return {problem, fix: 'Take out the brackets that nest, or the spaces that indent.'};
  }
  return {
    problem: `front matter cannot be read (${message.split('\n', 1)[0]}), expected \`key: value\` lines`,
    fix: 'Mend this line; put a value that holds `: ` or begins with a sign such as `*`, `@` or `[` in quotes.',
  };
}

/** A value with quotes or a comment in it is left to its author. */
function inQuotes(start: number, value: string, problem: string): Omit<Explained, 'offset'> {
  const quoted = JSON.stringify(value);
  const edit: TextEdit | undefined = /["\\]| #/.test(value)
    ? undefined
    : {start, end: start + value.length, text: quoted};
  return {problem, fix: edit ? `Write \`${quoted}\`.` : 'Put quotes around the value.', edit};
}
