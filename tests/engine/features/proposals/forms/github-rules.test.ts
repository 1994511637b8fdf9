import {expect, test} from 'vitest';
import {brokenRules} from '../../../schemas/validate.ts';

/** A form that has every element and every key, and breaks no rule. */
const SOUND = {
  name: 'Form',
  description: 'What it is for.',
  title: 'Form: ',
  labels: ['form'],
  body: [
    {type: 'markdown', attributes: {value: 'Hello.'}},
    {type: 'input', id: 'name', attributes: {label: 'Name', description: 'A.', placeholder: 'B.', value: 'C.'}},
    {type: 'textarea', id: 'story', attributes: {label: 'Story', render: 'text'}, validations: {required: true}},
    {
      type: 'dropdown',
      id: 'place',
      attributes: {label: 'Place', multiple: false, default: 0, options: ['Here', 'There']},
    },
    {type: 'checkboxes', id: 'terms', attributes: {label: 'Terms', options: [{label: 'I agree', required: true}]}},
  ],
};

test('what breaks no rule passes', () => {
  expect(brokenRules('form', SOUND)).toEqual([]);
});

const without = (key: keyof typeof SOUND) => Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== key));
const withElement = (element: unknown) => ({...SOUND, body: [...SOUND.body, element]});
const input = (more: object) => withElement({type: 'input', attributes: {label: 'More'}, ...more});
const dropdown = (options: unknown) => withElement({type: 'dropdown', attributes: {label: 'More', options}});
const checkboxes = (options: unknown, more = {}) =>
  withElement({type: 'checkboxes', attributes: {label: 'More', options}, ...more});

test.each([
  {rule: 'a name is required', form: without('name'), broken: ' required'},
  {rule: 'no other keys at the top', form: {...SOUND, hello: 'world'}, broken: ' additionalProperties'},
  {rule: 'texts are not blank', form: {...SOUND, title: '  '}, broken: '/title pattern'},
  {rule: 'a name has more than 3 characters', form: {...SOUND, name: 'Bug'}, broken: '/name minLength'},
  {rule: 'a body asks for something', form: {...SOUND, body: SOUND.body.slice(0, 1)}, broken: '/body contains'},
  {rule: 'ids are unique', form: input({id: 'name'}), broken: '/body uniqueIds'},
  {rule: 'labels are not too similar', form: input({attributes: {label: 'Name???'}}), broken: '/body uniqueLabels'},
  {rule: 'an id is plain', form: input({id: 'first name'}), broken: '/body/5/id pattern'},
  {
    rule: 'a label asks for no secret',
    form: input({attributes: {label: 'Your password'}}),
    broken: '/body/5/attributes/label not',
  },
  {rule: 'options are unique', form: dropdown(['A', 'A']), broken: '/body/5/attributes/options uniqueItems'},
  {rule: 'no option is the reserved word', form: dropdown(['None']), broken: '/body/5/attributes/options/0 not'},
  {
    rule: 'checkboxes are required one by one',
    form: checkboxes([{label: 'A'}], {validations: {required: true}}),
    broken: '/body/5 additionalProperties',
  },
])('broken: $rule', ({form, broken}) => {
  expect(brokenRules('form', form)).toContain(broken);
});

test('a link of the chooser is no email', () => {
  const links = (url: string) => ({contact_links: [{name: 'Write', url, about: 'How to write.'}]});
  expect(brokenRules('chooser', links('https://a.example/'))).toEqual([]);
  expect(brokenRules('chooser', links('mailto:a@a.example'))).toContain('/contact_links/0/url pattern');
});
