import fc from 'fast-check';
import {expect, test} from 'vitest';
import {planMove} from '../../../src/app/move.ts';
import {planWithdrawn} from '../../../src/app/withdraw.ts';
import {findWithdrawable} from '../../../src/changes/moves/withdraw.ts';
import {formerHeadingsOf} from '../../../src/content/markdown/headings/former-headings.ts';
import {headingsOf} from '../../../src/content/markdown/headings/headings.ts';
import {allPages} from '../../../src/content/toolkit.ts';
import {ExitError} from '../../../src/io/cli/exit-error.ts';
import {pageExample} from '../../../src/rules/examples/example-files.ts';
import {checkModel} from '../../../src/rules/rule-set.ts';
import {folderWith} from '../support/run-command.ts';
import {navigationFile} from '../support/toolkits/sound-toolkit.ts';
import {applied, type Files, published, treeOf} from './tree-in-memory.ts';

const PLACES = ['wardens', 'boats', 'pumps', 'people/wardens', 'people/boats', 'old/pumps'];

type Step =
  | {kind: 'move'; page: number; to: string}
  | {kind: 'withdraw'; page: number}
  | {kind: 'return'; page: number}
  | {kind: 'publish'};

const page = fc.nat(2);
const steps = fc.array(
  fc.oneof(
    fc.record({kind: fc.constant('move' as const), page, to: fc.constantFrom(...PLACES)}),
    fc.record({kind: fc.constant('withdraw' as const), page}),
    fc.record({kind: fc.constant('return' as const), page}),
    fc.record({kind: fc.constant('publish' as const)}),
  ),
  {minLength: 4, maxLength: 14},
);

const WORDS = (link: string) =>
  `See [the others](${link}) and [below](#costs).\n\n## First steps\n\nLook.\n\n## Costs\n\nNone.\n\n## Later\n\n### Costs\n\nStill none.`;

/** Three pages that link to each other, all of them on record. */
function start(): Files {
  const pages = {
    'index.md': pageExample(
      'Start',
      '',
      'Read on: [wardens](./wardens.md#first-steps), [boats](/toolkit/boats/#costs-1).',
    ),
    'wardens.md': pageExample('Wardens', '', WORDS('boats.md#first-steps')),
    'boats.md': pageExample('Boats', '', WORDS('/toolkit/pumps/#costs-1')),
    'pumps.md': pageExample('Pumps', '', WORDS('wardens.md#costs')),
  };
  const live = Object.entries(pages).map(([file, text]) => [`docs/${file}`, text] as const);
  return {
    'navigation.json': navigationFile({
      sidebars: {all: ['index', 'wardens', 'boats', 'pumps']},
      footer: [{label: 'Boats', to: '/toolkit/boats/#costs'}],
    }),
    ...Object.fromEntries(live),
    ...Object.fromEntries(Object.entries(pages).map(([file, text]) => [`blog/_published/2026-10-01/${file}`, text])),
  };
}

/** What one step makes of files; `undefined` where the command refuses. */
async function take(
  files: Files,
  step: Exclude<Step, {kind: 'publish'}>,
  cwd: string,
): Promise<{after: Files; back: () => Promise<Files>} | undefined> {
  const tree = treeOf(files, cwd);
  const id = allPages(tree.toolkit).filter((one) => one.id !== 'index')[step.page]?.id ?? '';
  const day = '2026-11-24';
  try {
    if (step.kind === 'move') {
      const move = async (from: Files, words: string[]) =>
        applied(from, (await planMove(treeOf(from, cwd), words, day)).change.transaction);
      const after = await move(files, [id, step.to]);
      return {after, back: () => move(after, [step.to, id])};
    }
    const withdraw = async (from: Files, isReturn: boolean) => {
      const own = treeOf(from, cwd);
      const withdrawal = isReturn ? undefined : {on: day, why: 'It no longer holds.', replacedBy: undefined};
      const found = findWithdrawable(own.toolkit, id);
      if (!('text' in found)) throw new ExitError(found.problem, found.fix);
      return applied(from, (await planWithdrawn(own, found, withdrawal, day)).transaction);
    };
    const after = await withdraw(files, step.kind === 'return');
    return {after, back: () => withdraw(after, step.kind !== 'return')};
  } catch (error) {
    if (error instanceof ExitError) return undefined;
    throw error;
  }
}

/** Every address and anchor of the pages, as readers may have saved them. */
function addressesOf(files: Files, cwd: string): string[] {
  return allPages(treeOf(files, cwd).toolkit).flatMap(({address, document}) => [
    address,
    ...headingsOf(document.text).map(({anchor}) => `${address}#${anchor}`),
  ]);
}

/** What of the addresses that readers know leads nowhere, or not straight to a page. */
function lost(files: Files, known: ReadonlySet<string>, cwd: string): string[] {
  const pages = allPages(treeOf(files, cwd).toolkit);
  const living = new Map(pages.map((one) => [one.address, one]));
  const redirects = new Map(pages.flatMap((one) => (one.data.redirect_from ?? []).map((from) => [from, one] as const)));
  const over = [...redirects.keys()].filter((address) => living.has(address));
  const nowhere = [...known].filter((url) => {
    const [address = '', anchor] = url.split('#');
    const found = living.get(address) ?? redirects.get(address);
    if (!found) return true;
    const anchors = [
      ...headingsOf(found.document.text).map((heading) => heading.anchor),
      ...Object.keys(formerHeadingsOf(found.document)),
    ];
    return anchor !== undefined && !anchors.includes(anchor);
  });
  return [...over, ...nowhere];
}

test('after any moves and withdrawals every address that readers knew leads to its page, and a step taken back is as if it had not been', {
  timeout: 240_000,
}, async () => {
  const cwd = folderWith({});
  const taken = {move: 0, withdraw: 0, return: 0};
  const undone = {move: 0, withdraw: 0};
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      let day = 1;
      const next = () => `2026-10-${String(day++).padStart(2, '0')}`;
      let files = start();
      const known = new Set(addressesOf(files, cwd));
      for (const step of sequence) {
        if (step.kind === 'publish') {
          files = await published(files, cwd, next());
          for (const address of addressesOf(files, cwd)) known.add(address);
        } else {
          const outcome = await take(files, step, cwd);
          if (!outcome) continue;
          taken[step.kind] += 1;
          const isClean = treeOf(files, cwd).toolkit.notes.length === 0;
          if (isClean && step.kind !== 'return') {
            undone[step.kind] += 1;
            expect(await outcome.back()).toEqual(files);
          }
          files = outcome.after;
        }
        expect(lost(files, known, cwd)).toEqual([]);
        expect(
          checkModel(treeOf(files, cwd).toolkit, '2026-11-24').filter(({severity}) => severity === 'error'),
        ).toEqual([]);
      }
    }),
    {numRuns: Number(process.env.RUNS ?? 13), seed: 2026},
  );
  // A command that refuses what it should do would lose nothing, and be of no use.
  const {return: returned, ...others} = taken;
  expect(returned).toBeGreaterThan(0);
  for (const count of [...Object.values(others), ...Object.values(undone)]) expect(count).toBeGreaterThan(1);
});
