import type {Paragraph, Root, Sentence} from 'nlcst';

/** Every sentence of some prose. */
export function sentencesIn(prose: Root): Sentence[] {
  return paragraphsIn(prose).flatMap(({children}) => children.filter((node) => node.type === 'SentenceNode'));
}

/** Every paragraph of some prose; `visit` would look into every letter, and take ten times as long. */
export function paragraphsIn({children}: Root): Paragraph[] {
  return children.filter((node) => node.type === 'ParagraphNode');
}
