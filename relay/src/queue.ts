import {createHash, randomUUID} from 'node:crypto';
import {DatabaseSync} from 'node:sqlite';

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

// FULL writes each change to disk before it is reported as done, and deleted text is overwritten.
const SETUP = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, answers TEXT, accepted REAL NOT NULL,
    due REAL, attempts INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS messages_due ON messages (due);
  CREATE TABLE IF NOT EXISTS votes (
    address TEXT, month TEXT, useful TEXT, count INTEGER, PRIMARY KEY (address, month, useful))`;

/** How long the digest of a message remains, so that sending it again does not double it. */
const REMEMBERED = 24 * 3600 * 1000;

type Row = Record<string, string | number | null>;

/** The messages that wait to become issues. Each change is on disk when its method returns; nothing else is ever kept. */
export class Queue {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(SETUP);
  }

  #run(sql: string, ...values: (string | number)[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }

  /** Adds a message. The same answers within a day are one message. */
  add(answers: Answers, now: number): void {
    const json = JSON.stringify(answers);
    const digest = createHash('sha256').update(json).digest('hex');
    this.#run(
      `INSERT INTO messages (id, digest, answers, accepted, due) VALUES (?1, ?2, ?3, ?4, ?4)
       ON CONFLICT (digest) DO NOTHING`,
      randomUUID(),
      digest,
      json,
      now,
    );
  }

  /**
   * Takes the message that is due first, and records the attempt before it begins: whatever happens to this process, no
   * attempt takes the message again before the lease ends, and then it is known that an issue may exist.
   */
  claim(now: number, lease: number): Claimed | undefined {
    const [row] = this.#run(
      `UPDATE messages SET attempts = attempts + 1, due = ? WHERE id = (
        SELECT id FROM messages WHERE due <= ? ORDER BY due LIMIT 1
      ) RETURNING id, answers, accepted, attempts`,
      now + lease,
      now,
    );
    return row && ({...row, answers: JSON.parse(String(row.answers))} as Claimed);
  }

  /** Puts a message back until a time, in milliseconds. */
  postpone(id: string, due: number): void {
    this.#run('UPDATE messages SET due = ? WHERE id = ?', due, id);
  }

  /** Deletes what a message says. Its digest remains for a day. */
  finish(id: string): void {
    this.#run('UPDATE messages SET answers = NULL, due = NULL WHERE id = ?', id);
  }

  /** Deletes old digests, and what deleted messages left on disk. */
  tidy(now: number): void {
    this.#run('DELETE FROM messages WHERE answers IS NULL AND accepted < ?', now - REMEMBERED);
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  countWaiting(): number {
    return Number(this.#run('SELECT COUNT(*) AS waiting FROM messages WHERE due IS NOT NULL')[0]?.waiting);
  }

  /** When the oldest message that waits was accepted. */
  oldest(): number {
    return Number(this.#run('SELECT MIN(accepted) AS at FROM messages WHERE due IS NOT NULL')[0]?.at ?? Infinity);
  }

  /** How many pages and months have votes. */
  countVotes(): number {
    return Number(this.#run('SELECT COUNT(*) AS votes FROM votes')[0]?.votes);
  }

  /** Counts an answer to "Was this page useful?" */
  vote(address: string, month: string, useful: string): void {
    this.#run(
      `INSERT INTO votes (address, month, useful, count) VALUES (?, ?, ?, 1)
       ON CONFLICT (address, month, useful) DO UPDATE SET count = count + 1`,
      address,
      month,
      useful,
    );
  }

  close(): void {
    this.#database.close();
  }
}
