import {HtmlValidate} from 'html-validate';
import {Parser} from 'htmlparser2';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {'attribute-boolean-style': 'off', 'attribute-empty-style': 'off'},
});

/** Elements that load or run something, and those that only hostile words bring in. */
const FORBIDDEN = ['script', 'img', 'iframe', 'link', 'object', 'form', 'b', 'i'];

/** Everything that is wrong with a report to editors: its HTML, its headings, its links, and whatever runs or is loaded. */
export async function judgeEditorPage(html: string): Promise<string[]> {
  const {results} = await validator.validateString(html);
  const found = results.flatMap(({messages}) =>
    messages.map(({ruleId, message, selector}) => `${ruleId}: ${message} ${selector}`),
  );
  const levels: number[] = [];
  const ids = new Set<string>();
  const targets: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (FORBIDDEN.includes(name)) found.push(`<${name}> stands in it`);
      for (const key of Object.keys(attributes)) if (/^(on|src|style$)/.test(key)) found.push(`${key} stands in it`);
      if (/^h[1-6]$/.test(name)) levels.push(Number(name[1]));
      if (attributes.id) ids.add(attributes.id);
      if (attributes.href !== undefined) targets.push(attributes.href);
    },
  });
  parser.end(html);
  if (!html.includes("default-src 'none'")) found.push('no policy');
  if (levels.filter((level) => level === 1).length !== 1) found.push('not one <h1>');
  found.push(
    ...levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1).map((level) => `<h${level}> comes early`),
  );
  const strays = targets.filter((target) =>
    target.startsWith('#') ? !ids.has(target.slice(1)) : !/^https?:\/\//.test(target),
  );
  return [...found, ...strays.map((target) => `${target} leads nowhere`)];
}
