/** A text somewhere in JSON, and the key under which it stands. */
interface JsonText {
  key: string;
  text: string;
}

/** Every text among the values of JSON; none where it cannot be read. */
export function textsInJson(json: string): JsonText[] {
  const found: JsonText[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string') found.push({key, text: value});
    else if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (typeof value === 'object' && value) for (const [name, item] of Object.entries(value)) walk(item, name);
  };
  try {
    walk(JSON.parse(json));
  } catch {
    return [];
  }
  return found;
}

/** Keys whose value only names something, and need not lead anywhere. */
const NAMES = new Set(['id', '@id', '$id', '@context', '$schema', '$ref']);

/** Whether a text of JSON is a whole address; `{` would make a template of it. */
export function isJsonAddress({key, text}: JsonText): boolean {
  return /^https?:\/\/[^\s{}]+$/.test(text) && !NAMES.has(key);
}
