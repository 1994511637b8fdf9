import {Ajv} from 'ajv';
import {describe, expect, test} from 'vitest';
import {EDITED_KINDS, type EditedKind, editorSchema} from '../../../../src/app/generate/editor-files.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {copyToolkit, FLOOD, FLOOD_LARGE} from '../../support/toolkits/copy-toolkit.ts';

const toolkit = await loadToolkit(copyToolkit('editor-schemas', {contentFrom: [FLOOD, FLOOD_LARGE]}));
const ajv = new Ajv({validateFormats: false});

describe.each(Object.keys(EDITED_KINDS) as EditedKind[])('the editor schema of a %s', (edited) => {
  const schema = editorSchema(edited, toolkit.config);
  const documents = toolkit.documents.filter(({kind}) => kind === edited).map(({document}) => document);

  test('is draft 7, which VS Code reads', () => {
    expect(schema).toMatchObject({$schema: 'http://json-schema.org/draft-07/schema#', type: 'object'});
  });

  test.runIf(documents.length > 0)('takes every such file of the example', () => {
    const validate = ajv.compile(schema);
    for (const {path, frontMatter} of documents)
      expect(validate(frontMatter), `${path} ${ajv.errorsText(validate.errors)}`).toBe(true);
  });

  test.runIf(documents.length > 0)('refuses a key that no author may write', () => {
    expect(ajv.validate(schema, {...documents[0]?.frontMatter, colour: 'red'})).toBe(false);
  });
});
