import {fileText} from '../../content/files/file-text.ts';

export interface FileKind {
  /** With its article, `a PNG picture`. */
  name: string;
  /** Its extensions; the first is preferred. */
  extensions: readonly string[];
  holds(bytes: Uint8Array): boolean;
}

const ZIP = 'PK\x03\x04';

/**
 * The kinds of file, recognised by their first bytes. Text comes last, because almost anything can be text.
 * https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern gives the signatures of pictures,
 * https://aomediacodec.github.io/av1-avif/#brands those of AVIF, ISO 32000-1, 7.5.2 that of PDF, and
 * https://www.w3.org/TR/WOFF2/#woff20Header that of fonts.
 */
export const FILE_KINDS: readonly FileKind[] = [
  {name: 'a PNG picture', extensions: ['png'], holds: (bytes) => hasText(bytes, 0, '\x89PNG\r\n\x1A\n')},
  {name: 'a JPEG picture', extensions: ['jpg', 'jpeg'], holds: (bytes) => hasText(bytes, 0, '\xFF\xD8\xFF')},
  {
    name: 'a WebP picture',
    extensions: ['webp'],
    holds: (bytes) => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP'),
  },
  {
    name: 'an AVIF picture',
    extensions: ['avif'],
    holds: (bytes) => hasText(bytes, 4, 'ftypavif') || hasText(bytes, 4, 'ftypavis'),
  },
  {
    name: 'a GIF picture',
    extensions: ['gif'],
    holds: (bytes) => hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a'),
  },
  {name: 'an icon', extensions: ['ico'], holds: (bytes) => hasText(bytes, 0, '\0\0\x01\0')},
  {name: 'a font', extensions: ['woff2'], holds: (bytes) => hasText(bytes, 0, 'wOF2')},
  {name: 'a PDF document', extensions: ['pdf'], holds: (bytes) => hasText(bytes, 0, '%PDF-')},
  {
    name: 'a ZIP archive or an office document',
    extensions: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub'],
    holds: (bytes) => hasText(bytes, 0, ZIP),
  },
  {name: 'an SVG drawing', extensions: ['svg'], holds: (bytes) => SVG_RE.test(fileText(bytes) ?? '')},
  {
    name: 'HTML',
    extensions: [],
    holds: (bytes) => /^\s*<(!doctype\s+html|html|head|body|script)\b/i.test(fileText(bytes) ?? ''),
  },
  {name: 'a calendar', extensions: ['ics'], holds: (bytes) => /^\uFEFF?BEGIN:VCALENDAR/.test(fileText(bytes) ?? '')},
  {name: 'JSON data', extensions: ['json'], holds: (bytes) => isJson(fileText(bytes) ?? '')},
  {
    name: 'a table in CSV',
    extensions: ['csv'],
    holds: (bytes) => isTable(fileText(bytes)) && !hasText(bytes, 0, ZIP),
  },
  {name: 'plain text', extensions: ['txt'], holds: (bytes) => isTable(fileText(bytes)) && !hasText(bytes, 0, ZIP)},
];

/** Text with `svg` as its first element, after anything that XML allows before it. */
const SVG_RE =
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:\w+:)?svg[\s>]/;

/** Whether a file is published, as a page or at its own address. */
export function isPublished(path: string): boolean {
  return /^(docs|handbook|static|versioned_docs)\//.test(path);
}

/** The extension in lower case without the dot; empty if there is none. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
}

/** Any text can be a table, unless it begins like another kind of file. */
function isTable(text: string | undefined): boolean {
  return text !== undefined && !/^\uFEFF?(?:\s*<|%PDF-|GIF8)/.test(text);
}

function isJson(text: string): boolean {
  try {
    // A byte-order mark is not part of the data.
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}
