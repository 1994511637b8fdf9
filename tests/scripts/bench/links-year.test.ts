import {expect, test} from 'vitest';
import type {HostModel} from '../../../scripts/bench/links-year/host-model.ts';
import {DAYS, makeLinks} from '../../../scripts/bench/links-year/host-model.ts';
import {createRandom} from '../../../scripts/bench/links-year/random.ts';
import {simulateYear} from '../../../scripts/bench/links-year/simulated-year.ts';
import {tally} from '../../../scripts/bench/links-year/tally.ts';
import {LINK_POLICY} from '../../../src/content/link-ledger/verdict.ts';

const MODEL: HostModel = {walls: 0.08, busy: 0.01, die: 0.04, failuresADay: 0.02, allAreOutages: true};

test('links are made as the model says', () => {
  const links = makeLinks(5000, MODEL, createRandom(1));
  const share = (is: (link: (typeof links)[number]) => boolean) => links.filter(is).length / links.length;
  expect(share(({manner}) => manner === 'wall')).toBeCloseTo(0.08, 1);
  expect(share(({diesOn}) => diesOn !== undefined)).toBeCloseTo(0.04, 1);
  const lengths = links.flatMap(({outages}) => outages.map(({from, to}) => to - from)).sort((a, b) => a - b);
  expect(lengths.length / links.length / DAYS).toBeCloseTo(0.02, 2);
  expect((lengths[Math.floor(lengths.length / 2)] ?? 0) * 24).toBeCloseTo(6, 0);
  expect(lengths.filter((days) => days > 10).length / lengths.length).toBeCloseTo(0.01, 2);
});

test('the policy keeps its promise in a year of 1,000 links, and one strike would not', {timeout: 60_000}, async () => {
  const random = createRandom(7);
  const links = makeLinks(1000, MODEL, random);
  const runs = await simulateYear(links, random);
  const ours = tally(LINK_POLICY, links, runs);
  expect(ours.falseAlarms).toBeLessThan(15);
  expect(ours.missed).toBe(0);
  expect(Math.max(...ours.delays)).toBeLessThanOrEqual(LINK_POLICY.days + 7);
  expect(tally({strikes: 1, days: 0}, links, runs).falseAlarms).toBeGreaterThan(300);
});
