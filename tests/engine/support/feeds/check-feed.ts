import {ATOM_RULES} from './atom-rules.ts';
import {JSON_FEED_RULES} from './json-feed-rules.ts';
import {readXml} from './read-xml.ts';

/** The rules that a feed breaks, by the ending of its name: `.atom` or `.json`; none where all is well. */
export function judgeFeed(file: string, text: string): string[] {
  if (file.endsWith('.json')) {
    const feed = JSON.parse(text);
    return JSON_FEED_RULES.filter((rule) => rule.isBroken(feed)).map(({says}) => says);
  }
  let root: ReturnType<typeof readXml>;
  try {
    root = readXml(text);
  } catch (error) {
    return [`is no XML: ${(error as Error).message}`];
  }
  return ATOM_RULES.filter((rule) => rule.isBroken(root)).map(({section, says}) => `${section}: ${says}`);
}
