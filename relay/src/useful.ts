import {DatabaseSync} from 'node:sqlite';

/** Prints the answers to "Was this page useful?" as CSV, while the relay runs or not. */
const database = new DatabaseSync(process.env.DATABASE || 'relay.db', {readOnly: true});
const rows = database.prepare('SELECT address, month, useful, count FROM votes ORDER BY address, month, useful').all();
const lines = rows.map(({address, month, useful, count}) =>
  [`"${String(address).replaceAll('"', '""')}"`, month, useful, count].join(','),
);
process.stdout.write(`${['address,month,useful,count', ...lines].join('\n')}\n`);
