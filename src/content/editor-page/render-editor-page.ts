import type {Html} from '../html.ts';
import {html, trusted} from '../html.ts';
import {EDITOR_STYLE} from './editor-style.ts';

/** What one report to editors has of its own. */
interface EditorPage {
  title: string;
  /** The element of its head by which a later report knows that a file is an earlier one, and may be written over. */
  mark: string;
  /** What it adds to the style sheet of all reports. */
  style: string;
  main: Html;
  footer: Html;
}

// Nothing may run or be loaded, whatever the words of a page hold.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report to editors as one page of HTML that needs no script and no other file; search engines leave it out. */
export function renderEditorPage({title, mark, style, main, footer}: EditorPage): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${trusted(mark)}
<title>${title}</title>
<style>${trusted(EDITOR_STYLE + style)}</style>
</head>
<body>
<main>
${main}</main>
<footer>
${footer}
</footer>
</body>
</html>
`.html;
}
