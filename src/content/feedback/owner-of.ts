import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import type {LocatedPage} from './locate-page.ts';

/** A role that looks after pages. */
export type Owner = ToolkitConfig['owners'][number];

/** The role that deals with feedback: that of the page, and else the one that owns all the rest. */
export function ownerOf(toolkit: Toolkit, page: LocatedPage | undefined): Owner {
  const {owners} = toolkit.config;
  const named = page && allPages(toolkit).find(({id}) => id === page.id)?.data.owner;
  const found = owners.find(({id}) => id === named) ?? owners.find(({owns}) => owns.includes('*')) ?? owners.at(0);
  if (!found) throw new Error('the configuration has no role, and its schema demands one');
  return found;
}
