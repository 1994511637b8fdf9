import type {Link} from './collect-links.ts';
import type {Fault} from './judge-destination.ts';
import type {LinkedPage} from './linked-site.ts';
import type {Destination} from './resolve-link.ts';

/** A link that is not as it should be, where a page first has it. */
export interface BrokenLink {
  page: LinkedPage;
  link: Link;
  destination: Destination;
  fault: Fault;
}
