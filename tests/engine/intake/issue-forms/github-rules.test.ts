import {expect, test} from 'vitest';
import {brokenRules} from '../../schemas/validate.ts';

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

const CHOOSER = {
  blank_issues_enabled: false,
  contact_links: [{name: 'Write', url: 'https://a.example/', about: 'How to write.'}],
};

test('what breaks no rule passes', () => {
  expect(brokenRules('form', SOUND)).toEqual([]);
  expect(brokenRules('form', {...SOUND, labels: 'form, other'})).toEqual([]);
  expect(brokenRules('chooser', CHOOSER)).toEqual([]);
});

const without = (key: keyof typeof SOUND) => Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== key));
const withElement = (element: unknown) => ({...SOUND, body: [...SOUND.body, element]});
const input = (more: object) => withElement({type: 'input', attributes: {label: 'More'}, ...more});
const dropdown = (options: unknown) => withElement({type: 'dropdown', attributes: {label: 'More', options}});
const checkboxes = (options: unknown, more = {}) =>
  withElement({type: 'checkboxes', attributes: {label: 'More', options}, ...more});

test.each([
  {rule: 'a name is required', form: without('name'), broken: ' required'},
  {rule: 'a description is required', form: without('description'), broken: ' required'},
  {rule: 'a body is required', form: without('body'), broken: ' required'},
  {rule: 'no other keys at the top', form: {...SOUND, hello: 'world'}, broken: ' additionalProperties'},
  {rule: 'a key of YAML 1.1 that means a boolean', form: {...SOUND, on: 'x'}, broken: ' additionalProperties'},
  {rule: 'texts are strings', form: {...SOUND, description: true}, broken: '/description type'},
  {rule: 'texts are not blank', form: {...SOUND, title: '  '}, broken: '/title pattern'},
  {rule: 'a name has more than 3 characters', form: {...SOUND, name: 'Bug'}, broken: '/name minLength'},
  {rule: 'labels are not blank', form: {...SOUND, labels: ['']}, broken: '/labels/0 pattern'},
  {rule: 'labels are texts', form: {...SOUND, labels: 7}, broken: '/labels type'},
  {rule: 'a body is a list', form: {...SOUND, body: {}}, broken: '/body type'},
  {rule: 'a body is not empty', form: {...SOUND, body: []}, broken: '/body minItems'},
  {rule: 'a body asks for something', form: {...SOUND, body: SOUND.body.slice(0, 1)}, broken: '/body contains'},
  {rule: 'ids are unique', form: input({id: 'name'}), broken: '/body uniqueIds'},
  {rule: 'labels are unique', form: input({attributes: {label: 'Name'}}), broken: '/body uniqueLabels'},
  {rule: 'labels are not too similar', form: input({attributes: {label: 'Name???'}}), broken: '/body uniqueLabels'},
  {rule: 'labels of checkboxes are unique', form: checkboxes([{label: 'Name'}]), broken: '/body uniqueLabels'},
  {
    rule: 'labels of checkboxes are unique among themselves',
    form: checkboxes([{label: 'A'}, {label: 'A'}]),
    broken: '/body uniqueLabels',
  },
  {rule: 'an element has a type', form: withElement({attributes: {value: 'A'}}), broken: '/body/5 required'},
  {rule: 'a type is one of five', form: withElement({type: 'x', attributes: {}}), broken: '/body/5 discriminator'},
  {rule: 'an element has attributes', form: withElement({type: 'markdown'}), broken: '/body/5 required'},
  {
    rule: 'markdown has a value',
    form: withElement({type: 'markdown', attributes: {}}),
    broken: '/body/5/attributes required',
  },
  {
    rule: 'markdown has no id',
    form: withElement({type: 'markdown', id: 'a', attributes: {value: 'A'}}),
    broken: '/body/5 additionalProperties',
  },
  {rule: 'an id is plain', form: input({id: 'first name'}), broken: '/body/5/id pattern'},
  {rule: 'an element has no other keys', form: input({x: 'woof'}), broken: '/body/5 additionalProperties'},
  {
    rule: 'attributes have no other keys',
    form: input({attributes: {label: 'More', x: 'woof'}}),
    broken: '/body/5/attributes additionalProperties',
  },
  {rule: 'a field has a label', form: input({attributes: {}}), broken: '/body/5/attributes required'},
  {rule: 'a label is a string', form: input({attributes: {label: true}}), broken: '/body/5/attributes/label type'},
  {
    rule: 'a label asks for no secret',
    form: input({attributes: {label: 'Your password'}}),
    broken: '/body/5/attributes/label not',
  },
  {
    rule: 'a label of a textarea asks for no secret',
    form: withElement({type: 'textarea', attributes: {label: 'PASSWORD'}}),
    broken: '/body/5/attributes/label not',
  },
  {
    rule: '`required` is a boolean',
    form: input({validations: {required: 'yes'}}),
    broken: '/body/5/validations/required type',
  },
  {
    rule: 'validations have no other keys',
    form: input({validations: {regex: '.'}}),
    broken: '/body/5/validations additionalProperties',
  },
  {rule: 'a dropdown has options', form: dropdown(undefined), broken: '/body/5/attributes required'},
  {rule: 'options are not empty', form: dropdown([]), broken: '/body/5/attributes/options minItems'},
  {rule: 'options are unique', form: dropdown(['A', 'A']), broken: '/body/5/attributes/options uniqueItems'},
  {rule: 'options are strings', form: dropdown([true]), broken: '/body/5/attributes/options/0 type'},
  {rule: 'options are not blank', form: dropdown([' ']), broken: '/body/5/attributes/options/0 pattern'},
  {rule: 'no option is the reserved word', form: dropdown(['None']), broken: '/body/5/attributes/options/0 not'},
  {rule: 'there are checkboxes', form: checkboxes([]), broken: '/body/5/attributes/options minItems'},
  {
    rule: 'a checkbox has a label',
    form: checkboxes([{required: true}]),
    broken: '/body/5/attributes/options/0 required',
  },
  {
    rule: 'checkboxes are required one by one',
    form: checkboxes([{label: 'A'}], {validations: {required: true}}),
    broken: '/body/5 additionalProperties',
  },
])('broken: $rule', ({form, broken}) => {
  expect(brokenRules('form', form)).toContain(broken);
});

const link = (more: object) => ({contact_links: [{...CHOOSER.contact_links[0], ...more}]});

test.each([
  {rule: 'a link is no email', config: link({url: 'mailto:a@a.example'}), broken: '/contact_links/0/url pattern'},
  {rule: 'a link says what it is about', config: link({about: ''}), broken: '/contact_links/0/about pattern'},
  {
    rule: 'a link has a name',
    config: {contact_links: [{url: 'https://a.example', about: 'A'}]},
    broken: '/contact_links/0 required',
  },
  {rule: 'no empty list', config: {contact_links: []}, broken: '/contact_links minItems'},
  {rule: 'a switch is a boolean', config: {blank_issues_enabled: 'no'}, broken: '/blank_issues_enabled type'},
  {rule: 'no other keys', config: {...CHOOSER, hello: 'world'}, broken: ' additionalProperties'},
])('broken: $rule', ({config, broken}) => {
  expect(brokenRules('chooser', config)).toContain(broken);
});
