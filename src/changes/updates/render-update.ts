import {Document, isMap, isScalar, isSeq, visit} from 'yaml';
import {changeNoteSchema} from '../../content/schemas/change-note-schema.ts';
import {type Update, updateSchema} from '../../content/schemas/update-schema.ts';

/** The longest line with a list; longer lists have one item per line. */
const LINE_WIDTH = 120;

/** The file of an update: front matter with its keys in the order of the schema, and no body. */
export function renderUpdate(update: Update): string {
  const {earliest, latest} = update.published;
  const changes = update.changes.map((change) => inOrder(changeNoteSchema.shape, change));
  const document = new Document(inOrder(updateSchema.shape, {...update, published: {earliest, latest}, changes}));
  visit(document, {
    Pair: (_key, {key, value}) => {
      if (!isSeq(value) || !value.items.every(isScalar)) return;
      const line = `    ${String(key)}: [${value.items.map(String).join(', ')}]`;
      value.flow = line.length <= LINE_WIDTH;
    },
    Map: (_key, node) => {
      node.flow = false;
    },
  });
  if (!isMap(document.contents)) throw new Error('an update is a map of keys');
  return `---\n${document.toString({lineWidth: 0, flowCollectionPadding: false})}---\n`;
}

function inOrder(shape: Readonly<Record<string, unknown>>, data: object): Record<string, unknown> {
  const values = new Map(Object.entries(data));
  return Object.fromEntries(
    Object.keys(shape).flatMap((key) => (values.get(key) === undefined ? [] : [[key, values.get(key)]])),
  );
}
