import type {Node} from 'mdast';
import {allowedDirectives} from '../allowed-directives.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

interface Directive extends Node {
  name: string;
  attributes?: Readonly<Record<string, unknown>> | null;
  children?: readonly Node[];
}

const FENCES: Readonly<Record<string, string>> = {textDirective: ':', leafDirective: '::', containerDirective: ':::'};

export const noUnknownDirective: PageRule = {
  id: 'no-unknown-directive',
  group: 'safety',
  summary: 'A page calls only for the parts that the site can show.',
  why: 'Colons before a word call for a part of the page; one that the site does not know is lost or shown as code.',
  good: [
    'Open from 10:30am to 4:15, at a ratio of 3:1; see http://localhost:3000/a:b.',
    'Note: this is a sentence. "Keys: values."',
    '`note:this` and note\\:this',
    '[Minutes](https://parish.example/a:b) and <urn:isbn:0306406152>',
    '::chart{id="river-levels"}',
  ],
  bad: [
    '::film{id="bridge"}',
    'What is done today.\n\n::upkeep',
    ':chart[here]{id="river-levels"} and :::chart\n\n:::',
    ':::note\n\nMind the river.\n\n:::',
    'Mind note:this word.',
    'Open :time[at ten]{zone="London"} and 10:30[am].',
  ],
  check: ({tree, document}) => {
    const allowed = allowedDirectives(document.path);
    const found: PageFinding[] = [];
    visit(tree, (node: Node) => {
      const fence = FENCES[node.type];
      if (fence === undefined || !isDirective(node) || isHarmless(node, allowed)) return;
      found.push({
        place: node.position?.start,
        end: node.position?.end,
        ...explain(node, `${fence}${node.name}`, allowed),
      });
    });
    return found;
  },
};

function isDirective(node: Node): node is Directive {
  return 'name' in node && typeof node.name === 'string';
}

/** Allowed, or a time or a ratio: Docusaurus shows a bare `:30am` as it is written. */
function isHarmless(node: Directive, allowed: readonly string[]): boolean {
  if (node.type === 'leafDirective') return allowed.includes(node.name);
  return node.type === 'textDirective' && /^\d/.test(node.name) && isBare(node);
}

function isBare({attributes, children}: Directive): boolean {
  return Object.keys(attributes ?? {}).length === 0 && (children ?? []).length === 0;
}

function explain(node: Directive, written: string, names: readonly string[]): Pick<PageFinding, 'problem' | 'fix'> {
  if (node.type === 'textDirective') {
    return {
      problem: `\`${written}\` calls for a part of the page that is not known, expected a space after the colon`,
      fix: 'Write a space after the colon, put the words in backticks, or write `\\:` for the colon.',
    };
  }
  const allowed = names.map((name) => `\`::${name}\``).join(', ');
  return {
    problem: `\`${written}\` calls for a part of the page that is not known, expected ${allowed || 'words in Markdown'}`,
    fix:
      node.type === 'containerDirective'
        ? 'Remove the lines of colons and keep the words; begin them with a heading if they must stand out.'
        : 'Remove the line, or write what it should show in words.',
  };
}
