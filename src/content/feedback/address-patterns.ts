/** The areas of postcodes. */
const AREAS =
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.replaceAll(
    ' ',
    '|',
  );

/**
 * A postcode of the United Kingdom, as BS 7666 has it: its last two letters are none of C, I, K, M, O and V, so `M1 5pm`
 * is none. `b2 3rd` is none either.
 */
export const POSTCODE_RE = new RegExp(
  String.raw`(?<![\p{L}\d#/_-])(?:${AREAS})\d[A-Z\d]? ?\d(?!ST|ND|RD|TH)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d/_-])`,
  'giu',
);

const WORD = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;

/** The number of a house and its street; years have four figures, and are no house here. */
export const STREET_RE = new RegExp(
  String.raw`(?<![\p{L}\d.,/£%-])\d{1,3}[A-Za-z]?,? (?:${WORD} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way)(?![\p{L}\d])`,
  'gu',
);
