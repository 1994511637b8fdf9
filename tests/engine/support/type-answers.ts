import {PassThrough, Writable} from 'node:stream';

/** A question, told by words of it, and the keys that answer it. */
export type TypedAnswer = readonly [question: string, keys: string];

export const ENTER = '\r';
export const CTRL_C = '\u0003';

/** A stand-in for a terminal: whoever sits at it types the next answer when its question shows. */
export function typeAnswers(answers: readonly TypedAnswer[]) {
  const stdin = Object.assign(new PassThrough(), {isTTY: true, setRawMode: () => stdin});
  const left = [...answers];
  let shown = '';
  let unanswered = '';
  const stdout = Object.assign(
    new Writable({
      write: (chunk, _encoding, done) => {
        shown += String(chunk);
        unanswered += String(chunk);
        const [question, keys] = left[0] ?? [];
        if (question !== undefined && unanswered.includes(question)) {
          left.shift();
          unanswered = '';
          setImmediate(() => stdin.write(keys));
        }
        done();
      },
    }),
    {isTTY: true, columns: 120, rows: 40},
  );
  return {stdin, stdout, shown: () => shown, left};
}
