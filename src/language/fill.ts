const TAG_RE = /<(\w+)(?:\/>|>(.*?)<\/\1>)/g;

/** What each tag of a message becomes, with the content of the tag; it is empty for `<date/>`. */
export type Elements<Node> = Readonly<Record<string, (content: (string | Node)[]) => Node>>;

/**
 * The parts of a message in which tags stand for elements: `Is it wrong? <a>Tell us</a>.` A text by an author is given as
 * an element, `<title/>`, and never inserted into a message that has tags.
 *
 * @throws {Error} if a tag has no element.
 */
export function fill<Node>(message: string, elements: Elements<Node>): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let end = 0;
  for (const {0: whole, 1: tag = '', 2: content = '', index} of message.matchAll(TAG_RE)) {
    const element = elements[tag];
    if (!element) throw new Error(`message \`${message}\` has \`<${tag}>\`, expected an element for it`);
    if (index > end) parts.push(message.slice(end, index));
    parts.push(element(fill(content, elements)));
    end = index + whole.length;
  }
  return end < message.length ? [...parts, message.slice(end)] : parts;
}
