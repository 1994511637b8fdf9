import type {LinkPolicy} from '../../../src/content/link-ledger/verdict.ts';
import {LINK_POLICY} from '../../../src/content/link-ledger/verdict.ts';
import type {Io} from '../../io.ts';
import type {HostModel} from './host-model.ts';
import {makeLinks} from './host-model.ts';
import {createRandom} from './random.ts';
import {simulateYear} from './simulated-year.ts';
import type {Tally} from './tally.ts';
import {tally} from './tally.ts';

const LINKS = 1000;

/** So many years of other links, for one alone has few deaths. */
const YEARS = 10;

const HARD: HostModel = {walls: 0.08, busy: 0.01, die: 0.04, failuresADay: 0.02, allAreOutages: true};

const MODELS: readonly {name: string; model: HostModel}[] = [
  {name: 'each failure is an outage of that length (7.3 a year and link)', model: HARD},
  {
    name: 'failures pass within the day, and one outage of that length a year',
    model: {...HARD, allAreOutages: false},
  },
];

/** With a run each week, more days than the strikes take anyway mean further runs. */
const POLICIES: readonly LinkPolicy[] = [
  {strikes: 1, days: 0},
  {strikes: 2, days: 7},
  {strikes: 2, days: 14},
  {strikes: 3, days: 14},
  {strikes: 3, days: 21},
  {strikes: 4, days: 21},
  {strikes: 4, days: 28},
  {strikes: 5, days: 28},
  {strikes: 6, days: 35},
  {strikes: 8, days: 49},
];

/**
 * A year of 1,000 links, checked each week: how often each policy would call a living link broken, and how long it would
 * take to tell of a dead one.
 */
export async function benchLinksYear(io: Pick<Io, 'stdout' | 'stderr'>): Promise<void> {
  io.stdout.write(
    `${YEARS} years of ${LINKS} links, checked each week. On each day 2% begin to fail; outages are log-normal (median 6 hours,\n` +
      '1% over 10 days); 8% stand behind walls, 1% answer 429, 4% die in the year.\n',
  );
  for (const {name, model} of MODELS) {
    const tallies = POLICIES.map((): Tally[] => []);
    for (let year = 0; year < YEARS; year += 1) {
      const random = createRandom(year + 1);
      const links = makeLinks(LINKS, model, random);
      const runs = await simulateYear(links, random);
      POLICIES.forEach((policy, index) => void tallies[index]?.push(tally(policy, links, runs)));
      io.stderr.write('.');
    }
    io.stderr.write('\n');
    io.stdout.write(`\n${name}\n${HEAD}${tallies.map(renderRow).join('')}`);
  }
}

const HEAD = 'strikes  days  false alarms per 1,000  days to report: median  9 in 10  longest  missed  behind walls\n';

function renderRow(years: readonly Tally[]): string {
  const [first] = years;
  if (!first) return '';
  const sum = (of: (year: Tally) => number) => years.reduce((total, year) => total + of(year), 0);
  const delays = years.flatMap((year) => year.delays).sort((a, b) => a - b);
  const at = (share: number) =>
    (delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0).toFixed(0);
  const {strikes, days} = first.policy;
  const isOurs = strikes === LINK_POLICY.strikes && days === LINK_POLICY.days;
  const alarms = ((sum((year) => year.falseAlarms) * 1000) / sum((year) => year.links)).toFixed(1);
  const cells: readonly (readonly [text: string, width: number])[] = [
    [String(strikes), 7],
    [String(days), 6],
    [alarms, 24],
    [at(0.5), 24],
    [at(0.9), 9],
    [at(1), 9],
    [String(sum((year) => year.missed)), 8],
    [String(sum((year) => year.hidden)), 14],
  ];
  return `${cells.map(([text, width]) => text.padStart(width)).join('')}${isOurs ? '  chosen' : ''}\n`;
}
