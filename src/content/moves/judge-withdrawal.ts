import type {Fault} from '../publish/judge-wishes.ts';
import {pageSchema} from '../schemas/page-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {pageIds, unknownPage} from './page-file.ts';
import type {WithdrawablePage, Withdrawal} from './plan-withdrawal.ts';

/** What is wrong with the words to readers, and with the page that they are to read instead. */
export function judgeWithdrawal(toolkit: Toolkit, page: WithdrawablePage, {why, replacedBy}: Withdrawal): Fault[] {
  if (page.withdrawn) {
    const problem = `\`${page.id}\` was withdrawn on ${page.withdrawn.on}, expected a page that still holds`;
    return [
      {problem, fix: `Change the words under \`withdrawn\` in \`${page.path}\`, or let it hold again with \`--undo\`.`},
    ];
  }
  return [...judgeWhy(toolkit, why), ...(replacedBy === undefined ? [] : judgeSuccessor(toolkit, page.id, replacedBy))];
}

/** What is wrong with a reason. */
export function judgeWhy({config}: Toolkit, why: string): Fault[] {
  const {why: schema} = pageSchema(config).shape.withdrawn.unwrap().shape;
  const isSentence =
    schema.safeParse(why.trim()).success && !/\p{Cc}/u.test(why) && (why.match(/[.!?](?=\s|$)/g) ?? []).length <= 1;
  if (isSentence) return [];
  const problem =
    why.trim() === ''
      ? 'no reason given, expected one sentence to readers'
      : '`--why` holds fewer than 10 characters, several sentences or several lines, expected one sentence to readers';
  return [
    {problem, fix: 'Add `--why "..."`, such as `--why "The service has closed, and its figures no longer hold."`.'},
  ];
}

/** What is wrong with the page to read instead. */
export function judgeSuccessor(toolkit: Toolkit, id: string, successor: string): Fault[] {
  const page = allPages(toolkit).find((entry) => entry.id === successor);
  if (successor === id) {
    const problem = `\`--replaced-by\` names the page itself, expected the page to read instead`;
    return [{problem, fix: 'Name another page, or leave the option out.'}];
  }
  if (!page)
    return [
      unknownPage(
        successor,
        pageIds(toolkit).filter((one) => one !== id),
      ),
    ];
  if (!page.data.withdrawn) return [];
  const next = page.data.withdrawn.replaced_by;
  return [
    {
      problem: `\`${successor}\` was withdrawn itself, expected a page that holds`,
      fix: next
        ? `Write \`--replaced-by ${next}\`, which readers of that page are led to.`
        : 'Name another page, or leave the option out.',
    },
  ];
}
