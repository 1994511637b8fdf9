import type {Random} from './random.ts';
import {normal} from './random.ts';

/** A link as it will live: each on a host of its own. */
export interface SimulatedLink {
  address: string;
  /** `wall` lets no program in, and `busy` answers 429, as long as the host is up. */
  manner: 'open' | 'wall' | 'busy';
  /** When it dies, in days from the beginning; `undefined` where it outlives the year. */
  diesOn: number | undefined;
  /** Whether, once dead, the name of its host is gone too. */
  takesHostAlong: boolean;
  /** When the host is down, in days from the beginning, in order. */
  outages: {from: number; to: number}[];
}

/** How links are. */
export interface HostModel {
  walls: number;
  busy: number;
  /** The share that dies within a year. */
  die: number;
  /** The chance on each day that an outage begins. */
  failuresADay: number;
  /** Whether every failure is an outage of the model's length; else one a year is, and all others pass within the day. */
  allAreOutages: boolean;
}

export const DAYS = 365;

/** In days. */
const MEDIAN = 6 / 24;
const LONG = 10;
/** 1% of outages are longer than `LONG`: this many standard deviations from the median. */
const ONE_IN_A_HUNDRED = 2.326;
const SIGMA = Math.log(LONG / MEDIAN) / ONE_IN_A_HUNDRED;

/** Makes links that live as the model says. */
export function makeLinks(many: number, model: HostModel, random: Random): SimulatedLink[] {
  return Array.from({length: many}, (_, n) => {
    const kind = random();
    const manner = kind < model.walls ? 'wall' : kind < model.walls + model.busy ? 'busy' : 'open';
    const diesOn = random() < model.die ? random() * DAYS : undefined;
    return {
      address: `https://host-${n}.example/`,
      manner,
      diesOn,
      takesHostAlong: random() < 0.3,
      outages: makeOutages(model, random),
    };
  });
}

function makeOutages({failuresADay, allAreOutages}: HostModel, random: Random): SimulatedLink['outages'] {
  const outages: SimulatedLink['outages'] = [];
  const long = () => MEDIAN * Math.exp(SIGMA * normal(random));
  for (let day = 0; day < DAYS; day += 1) {
    if (random() < failuresADay) {
      const from = day + random();
      outages.push({from, to: from + (allAreOutages ? long() : random())});
    }
    if (!allAreOutages && random() < 1 / DAYS) {
      const from = day + random();
      outages.push({from, to: from + long()});
    }
  }
  return outages;
}
