import {markdownParser} from '../parse-markdown.ts';
import {visit} from '../visit.ts';
import {redactYaml} from './redact-yaml.ts';
import type {Redacted, Taken, Taking} from './redaction.ts';
import {take, takeHit} from './redaction.ts';
import type {Hit} from './words-matcher.ts';

/** The opening fence, and the YAML up to the line end before the closing one. */
const FRONT_MATTER_RE = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Takes words out of a Markdown file: its front matter, and its words with whatever emphasis stands among them. */
export function redactMarkdown(text: string, taking: Taking): Redacted {
  const [, fence = '', yaml = ''] = FRONT_MATTER_RE.exec(text) ?? [];
  const bodyStart = fence.length + yaml.length;
  const front = redactYaml(yaml, taking);
  const body = redactBody(text.slice(bodyStart), taking);
  return {
    text: fence + front.text + body.text,
    places: [
      ...front.places.map((place) => ({...place, offset: place.offset + fence.length})),
      ...body.places.map((place) => ({...place, offset: place.offset + bodyStart})),
    ],
  };
}

function redactBody(text: string, {matcher, replacement}: Taking): Redacted {
  const hits = matcher.find(text);
  if (hits.length === 0) return {text, places: []};
  const isCode = codeIn(text);
  return take(
    text,
    hits.map((hit) => takeFromBody(text, hit, replacement, isCode(hit.start))),
  );
}

function takeFromBody(text: string, hit: Hit, replacement: string, isCode: boolean): Taken {
  const edit = takeHit(text, hit, replacement);
  if (isCode || edit.places.some(({isAddress}) => isAddress)) return edit;
  // A bracket could begin a link; with a backslash it is a sign.
  return {...edit, ...withEmphasis(text, hit), text: replacement.replace(/[[\]]/g, '\\$&')};
}

/** A hit with the other half of emphasis that it holds only the beginning or the end of: `**Jo** Doe`. */
function withEmphasis(text: string, {start, end}: Hit): Hit {
  const marks = text.slice(start, end).match(/[*_~]+/g) ?? [];
  if (marks.length % 2 === 0) return {start, end};
  const mark = marks[0] ?? '';
  if (text.startsWith(mark, end)) return {start, end: end + mark.length};
  if (text.slice(0, start).endsWith(mark)) return {start: start - mark.length, end};
  return {start, end};
}

/** Whether an offset lies in code, where a backslash would be seen. */
function codeIn(text: string): (offset: number) => boolean {
  const ranges: Hit[] = [];
  visit(markdownParser.parse(text), ['code', 'inlineCode'], ({position}) => {
    ranges.push({start: position?.start.offset ?? 0, end: position?.end.offset ?? 0});
  });
  return (offset) => ranges.some(({start, end}) => start <= offset && offset < end);
}
