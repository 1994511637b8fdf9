import {SaxesParser} from 'saxes';

/** An element of an XML document. */
export interface XmlElement {
  /** The namespace and the name in it. */
  uri: string;
  name: string;
  /** By name, with the prefix where it is written with one. */
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its own text, and none of its children's. */
  text: string;
}

/**
 * The root of an XML document.
 *
 * @throws {Error} where the document is not well-formed, or a prefix names no namespace.
 */
export function readXml(xml: string): XmlElement {
  const open: XmlElement[] = [{uri: '', name: '', attributes: {}, children: [], text: ''}];
  const parser = new SaxesParser({xmlns: true});
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({uri, local, attributes}) => {
    const values = Object.entries(attributes).map(([name, {value}]) => [name, value]);
    const element = {uri, name: local, attributes: Object.fromEntries(values), children: [], text: ''};
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const root = open[0]?.children[0];
  if (!root) throw new Error('the document is empty');
  return root;
}
