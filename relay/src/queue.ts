import {createHash, randomUUID} from 'node:crypto';
import {DatabaseSync} from 'node:sqlite';
import pg from 'pg';

/** What a reader sent, by the ids of the form. */
export type Answers = Readonly<Record<string, string>>;

/** A message that one attempt has taken; no other attempt gets it until its lease ends. */
export interface Claimed {
  id: string;
  answers: Answers;
  /** When it was accepted, in milliseconds. */
  accepted: number;
  /** This attempt included. */
  attempts: number;
}

type Value = string | number | null;

/** A database that runs one statement at a time, each of which is on disk once its promise resolves. */
interface Database {
  run(sql: string, values?: readonly Value[]): Promise<Record<string, Value>[]>;
  /** Added to a query that takes a row, so that another process passes over it. */
  skipLocked: string;
  /** Removes what deleted rows left on disk. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

const TABLES = [
  `CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, answers TEXT, accepted DOUBLE PRECISION NOT NULL,
    due DOUBLE PRECISION, attempts INTEGER NOT NULL DEFAULT 0)`,
  'CREATE INDEX IF NOT EXISTS messages_due ON messages (due)',
  'CREATE TABLE IF NOT EXISTS votes (address TEXT, month TEXT, useful TEXT, count INTEGER, PRIMARY KEY (address, month, useful))',
  'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
];

/** How long the digest of a message remains, so that sending it again does not double it. */
const REMEMBERED = 24 * 3600 * 1000;

/** How many rows one statement adds: all that arrived meanwhile share one write to disk. */
const BATCH = 200;

interface Waiting {
  row: readonly Value[];
  resolve(): void;
  reject(error: unknown): void;
}

/** The messages that wait to become issues, in SQLite or PostgreSQL. Nothing else of the relay is ever kept. */
export class Queue {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #isWriting = false;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Opens the queue, and creates its tables if they are missing. */
  static async open(url: string): Promise<Queue> {
    const database = /^postgres(ql)?:/.test(url) ? openPostgres(url) : openSqlite(url);
    for (const statement of TABLES) {
      // PostgreSQL reports a table that two processes create at the same instant; the second attempt finds it.
      await database.run(statement).catch(() => database.run(statement));
    }
    // An earlier version stored no time for a message if it could not read the one that GitHub sent.
    await database.run('UPDATE messages SET due = 0 WHERE due IS NULL AND answers IS NOT NULL');
    return new Queue(database);
  }

  /** Adds a message; resolves once it is on disk. The same answers within a day are one message. */
  add(answers: Answers, now: number): Promise<void> {
    const json = JSON.stringify(answers);
    const digest = createHash('sha256').update(json).digest('hex');
    return new Promise((resolve, reject) => {
      this.#waiting.push({row: [randomUUID(), digest, json, now, now], resolve, reject});
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    // Requests that have arrived already join the first batch.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH);
      const width = batch[0]?.row.length ?? 0;
      const places = batch.map((_, row) => `(${batch[row]?.row.map((_value, at) => `$${row * width + at + 1}`)})`);
      try {
        await this.#database.run(
          `INSERT INTO messages (id, digest, answers, accepted, due) VALUES ${places} ON CONFLICT (digest) DO NOTHING`,
          batch.flatMap(({row}) => row),
        );
        for (const {resolve} of batch) resolve();
      } catch (error) {
        for (const {reject} of batch) reject(error);
      }
    }
    this.#isWriting = false;
  }

  /**
   * Takes the message that is due first, and records the attempt before it begins: whatever happens to this process,
   * nobody takes the message again before the lease ends, and then it is known that an issue may exist.
   */
  async claim(now: number, lease: number): Promise<Claimed | undefined> {
    const {run, skipLocked} = this.#database;
    const [row] = await run(
      `UPDATE messages SET attempts = attempts + 1, due = $2 WHERE id = (
        SELECT id FROM messages WHERE due <= $1 ORDER BY due LIMIT 1 ${skipLocked}
      ) RETURNING id, answers, accepted, attempts`,
      [now, now + lease],
    );
    return row && ({...row, answers: JSON.parse(String(row.answers))} as Claimed);
  }

  /** Puts a message back until a time, in milliseconds. */
  async postpone(id: string, due: number): Promise<void> {
    await this.#database.run('UPDATE messages SET due = $2 WHERE id = $1', [id, due]);
  }

  /** Deletes what a message says. Its digest remains for a day. */
  async finish(id: string): Promise<void> {
    await this.#database.run('UPDATE messages SET answers = NULL, due = NULL WHERE id = $1', [id]);
  }

  /** Deletes old digests, and what deleted messages left on disk. */
  async tidy(now: number): Promise<void> {
    await this.#database.run('DELETE FROM messages WHERE answers IS NULL AND accepted < $1', [now - REMEMBERED]);
    await this.#database.tidy();
  }

  /** How many messages wait, when the oldest was accepted, and how many pages and months have votes. */
  async state(): Promise<{waiting: number; oldest: number | undefined; votes: number}> {
    const [row] = await this.#database.run(
      `SELECT COUNT(*) AS waiting, MIN(accepted) AS oldest, (SELECT COUNT(*) FROM votes) AS votes
       FROM messages WHERE answers IS NOT NULL`,
    );
    const oldest = row?.oldest === null ? undefined : Number(row?.oldest);
    return {waiting: Number(row?.waiting), oldest, votes: Number(row?.votes)};
  }

  /** Counts an answer to "Was this page useful?" */
  async vote(address: string, month: string, useful: string): Promise<void> {
    await this.#database.run(
      `INSERT INTO votes (address, month, useful, count) VALUES ($1, $2, $3, 1)
       ON CONFLICT (address, month, useful) DO UPDATE SET count = votes.count + 1`,
      [address, month, useful],
    );
  }

  votes(): Promise<Record<string, Value>[]> {
    return this.#database.run('SELECT address, month, useful, count FROM votes ORDER BY address, month, useful');
  }

  async setting(name: string): Promise<string | undefined> {
    const [row] = await this.#database.run('SELECT value FROM settings WHERE name = $1', [name]);
    return row && String(row.value);
  }

  async keepSetting(name: string, value: string): Promise<void> {
    await this.#database.run(
      'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value',
      [name, value],
    );
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

function openSqlite(file: string): Database {
  const database = new DatabaseSync(file);
  // FULL writes each change to disk before it is reported as done, and deleted text is overwritten.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  database.exec('PRAGMA busy_timeout = 5000');
  return {
    run: async (sql, values = []) =>
      database.prepare(sql).all(Object.fromEntries(values.map((value, at) => [`$${at + 1}`, value]))) as Record<
        string,
        Value
      >[],
    skipLocked: '',
    tidy: async () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: async () => database.close(),
  };
}

function openPostgres(connectionString: string): Database {
  const pool = new pg.Pool({connectionString, max: 10, connectionTimeoutMillis: 10_000});
  // A connection that breaks while it is idle is replaced by the next query.
  pool.on('error', () => undefined);
  return {
    run: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    tidy: async () => undefined,
    close: () => pool.end(),
  };
}
