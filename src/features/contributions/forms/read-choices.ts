import type {FormField} from './parse-issue-body.ts';

/** The labels of a field's options; none for a text field. */
function optionsOf(field: FormField): string[] {
  if (field.type === 'dropdown') return field.attributes.options;
  return field.type === 'checkboxes' ? field.attributes.options.map(({label}) => label) : [];
}

/**
 * The chosen options, as the form writes them, and any other text of the answer. GitHub joins options with commas, which
 * may also be part of an option.
 */
export function readChoices(field: FormField, answer: string): {chosen: string[]; unknown: string[]} {
  if (field.type === 'checkboxes') return {chosen: tickedIn(field, answer), unknown: []};
  let left = answer;
  const chosen = optionsOf(field)
    .toSorted((a, b) => b.length - a.length)
    .filter((option) => {
      const at = left.toLowerCase().indexOf(option.toLowerCase());
      if (at < 0 || !isWhole(left, at, option.length)) return false;
      left = `${left.slice(0, at)}\n${left.slice(at + option.length)}`;
      return true;
    });
  const unknown = left
    .split(/[,;\n]/)
    .map((part) => part.replace(/^\s*[-*]\s+/, '').trim())
    .filter((part) => part !== '');
  return {chosen: optionsOf(field).filter((option) => chosen.includes(option)), unknown};
}

function isWhole(text: string, at: number, length: number): boolean {
  return /(^|[,;\n])\s*([-*]\s+)?$/.test(text.slice(0, at)) && /^\s*($|[,;\n])/.test(text.slice(at + length));
}

/** GitHub writes each box on a line of its own, and some people change the mark by hand. */
function tickedIn(field: FormField, answer: string): string[] {
  const ticked = [...answer.matchAll(/^[-*] \[[xX]\] +(.+)$/gm)].map(([, label = '']) => label.trim());
  return optionsOf(field).filter((option) => ticked.includes(option));
}
