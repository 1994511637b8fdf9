const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for HTML or XML, in an attribute or between tags. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Value[] | undefined | false;

/** Creates markup from a template. Every value that is not markup is escaped automatically. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {html: parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1]) + part)};
}

/** Marks a text as safe markup. Only for text that was escaped elsewhere. */
export function trusted(markup: string): Html {
  return {html: markup};
}

function toMarkup(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(toMarkup).join('');
  return escapeMarkup(String(value));
}
