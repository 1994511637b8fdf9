const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes a text safe to stand in HTML or XML, in an attribute or between tags. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Markup that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Value[] | undefined | false;

/** Markup from a template: every value that is not markup itself is escaped, so that none can be forgotten. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {html: parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1]) + part)};
}

/** Takes markup as it is; only for what was made and escaped elsewhere in the model. */
export function trusted(markup: string): Html {
  return {html: markup};
}

function toMarkup(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(toMarkup).join('');
  return escapeMarkup(String(value));
}
