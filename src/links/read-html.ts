import {Parser} from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

/** Is called for each tag and text of a page, in order; offsets count in UTF-16 units. */
export interface HtmlListener {
  onTag?(name: string, attributes: Attributes, offset: number): void;
  onText?(text: string): void;
  onEnd?(offset: number): void;
}

/** Reads a page once for several listeners: building a tree would take ten times as long. */
export function readHtml(html: string, listeners: readonly HtmlListener[]): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      for (const listener of listeners) listener.onTag?.(name, attributes, parser.startIndex);
    },
    ontext(text) {
      for (const listener of listeners) listener.onText?.(text);
    },
    onclosetag() {
      for (const listener of listeners) listener.onEnd?.(parser.startIndex);
    },
  });
  parser.end(html);
}
