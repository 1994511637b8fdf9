import {HtmlValidate} from 'html-validate';
import type {Violation} from './find-violations.ts';

/** The standard's rules; two that only prefer one way of writing an attribute are left out. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {'attribute-boolean-style': 'off', 'attribute-empty-style': 'off'},
});

/** Everything about a page that the standard forbids. */
export async function problemsOfHtml(file: string, html: string): Promise<Violation[]> {
  const {results} = await validator.validateString(html, file);
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, selector}) => ({problem: `${ruleId}: ${message}`, place: selector ?? ''})),
  );
}
