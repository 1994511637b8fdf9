import {stringify} from 'yaml';
import type {z} from 'zod';
import {formOf, isRequired, limitsOf} from '../../content/schemas/inspect-schema.ts';
import type {KeyPath} from '../../content/source-document.ts';
import examples from './key-examples.json' with {type: 'json'};

type Schema = z.core.$ZodType;

/** Example values by key, or by parent and key where they differ. Other keys get one by their type. */
const EXAMPLES: Readonly<Record<string, string | number>> = examples;

/**
 * Valid lines for a key of front matter, with what is above and below it, such as `consent:` and `  basis: public-record`.
 *
 * @param path the key, `['sources', 1, 'publisher']`; of optional keys below the first, only those it names are shown
 * @param shownValue a value to show at the path if it is known
 */
export function frontMatterExample(schema: Schema, path: KeyPath, shownValue?: unknown): string | undefined {
  const [key] = path;
  const form = formOf(schema);
  const keySchema = form.type === 'object' && typeof key === 'string' ? form.shape[key] : undefined;
  if (keySchema === undefined) return undefined;
  return stringify({[key as string]: valueFor(keySchema, path, 1, shownValue)}, {lineWidth: 0}).trimEnd();
}

/** A valid value for the key at `path` up to `depth`. */
function valueFor(schema: Schema, path: KeyPath, depth: number, shownValue: unknown, name = path[0]): unknown {
  if (depth === path.length && shownValue !== undefined) return shownValue;
  const form = formOf(schema);
  const inner = path[depth];
  switch (form.type) {
    case 'list':
      return [valueFor(form.element, path, depth + 1, shownValue, name)];
    case 'term':
      return form.terms[0] === 'true' ? true : form.terms[0];
    case 'boolean':
      return true;
    case 'record':
      return {'old-heading': 'new-heading'};
    case 'object': {
      const shown = Object.entries(form.shape).filter(([key, value]) => key === inner || isRequired(value));
      return Object.fromEntries(
        shown.map(([key, value]) => {
          const full = Object.hasOwn(EXAMPLES, `${name}.${key}`) ? `${name}.${key}` : key;
          // Only the named key continues the path.
          const isNamed = key === inner;
          return [
            key,
            isNamed ? valueFor(value, path, depth + 1, shownValue, full) : valueFor(value, [], 1, undefined, full),
          ];
        }),
      );
    }
    case 'choice': {
      const match = form.options.find((option) => {
        const {shape = {}} = formOf(option) as {shape?: Readonly<Record<string, Schema>>};
        return typeof inner === 'string' && inner !== form.key && Object.hasOwn(shape, inner);
      });
      return valueFor(match ?? (form.options[0] as Schema), path, depth, shownValue, name);
    }
    default:
      return EXAMPLES[String(name)] ?? (form.type === 'number' ? 1 : textFor(schema));
  }
}

function textFor(schema: Schema): string {
  const {format} = limitsOf(schema);
  return format === 'date' ? '2026-11-24' : format === 'url' ? 'https://anytown.example/report' : 'Text';
}
