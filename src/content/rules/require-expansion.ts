import {once} from '../once.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {abbreviationIn, isSpelledOut} from '../words/abbreviations.ts';
import {headingLines} from '../words/page-paragraphs.ts';
import {pageSentences} from '../words/page-sentences.ts';

export const requireExpansion: PageRule = {
  id: 'require-expansion',
  group: 'prose',
  summary: 'An abbreviation is spelled out where a page first uses it.',
  why: 'Letters that one trade knows by heart say nothing to the next, and many stand for several things.',
  good: [
    'The Parish Flood Group (PFG) meets. The PFG is small.',
    'The RNFI (Riverside National Flood Institution) and the Society of Chief Clerks, SCC, agree with the CDV (clerks’ drivers).',
    'A UK PDF of 5 MB from the MP, in part XIV, at LS10 1PZ, see “the FRMS” or A-12.',
    'It is not ready, and NOT safe.',
    'Paper HC 587 of the Commons names it.',
    '## PFG\n\nThe Parish Flood Group (PFG) meets.',
  ],
  bad: [
    'The PFG meets.',
    'The PFG meets. It is the Parish Flood Group (PFG).',
    'Wardens (and the *LRF’s* drivers) meet; FRAs help.',
  ],
  check: (page, {config}) => {
    const headings = headingLines(page);
    const sentences = pageSentences(page);
    const seen = new Set(config.abbreviations);
    // `NOT` is no abbreviation but a loud word, where the page has it quiet as well.
    const plain = once(() => new Set(sentences.flat().map(({text}) => text)));
    const found: PageFinding[] = [];
    for (const sentence of sentences) {
      for (const [index, word] of sentence.entries()) {
        const abbreviation = abbreviationIn(word);
        if (abbreviation === undefined || seen.has(abbreviation)) continue;
        const {place, end} = word;
        const isBody = place && place.line > page.document.bodyOffset && !headings.has(place.line);
        if (!isBody || plain().has(abbreviation.toLowerCase())) continue;
        seen.add(abbreviation);
        if (isSpelledOut(abbreviation, index, sentence)) continue;
        // The number of a paper, `HC 587`, is cited as it is.
        if (/^\d+$/.test(sentence[index + 1]?.text ?? '')) continue;
        found.push({
          place,
          end,
          problem: `\`${abbreviation}\` stands alone where the page first uses it, expected its full words beside it`,
          fix: `Write the full words and then \`(${abbreviation})\`, or leave the letters out; an editor can list them under \`abbreviations\` if every reader knows them.`,
        });
      }
    }
    return found;
  },
};
