import type {ControlProps} from 'decap-cms-app';
import {type ClipboardEvent, Component, createRef, type ReactElement, type RefObject} from 'react';
import {markdownFrom} from './paste.ts';

/** The characters that fit on a line, about, and the least and the most lines that a field shows. */
const LINE = 60;
const FEWEST_ROWS = 4;
const MOST_ROWS = 24;

function rowsOf(text: string): number {
  return text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / LINE), 0);
}

/** A field for Markdown: what is pasted from Word keeps its lists, tables and links. */
export class ProseControl extends Component<ControlProps> {
  readonly #area: RefObject<HTMLTextAreaElement | null> = createRef();

  override render(): ReactElement {
    const {value, onChange, forID, classNameWrapper, setActiveStyle, setInactiveStyle} = this.props;
    const text = typeof value === 'string' ? value : '';
    return (
      <div className={classNameWrapper}>
        <p className="editor-tools">
          <button type="button" onClick={this.#link}>
            Link
          </button>
          <button type="button" onClick={this.#list}>
            List
          </button>
        </p>
        <textarea
          ref={this.#area}
          id={forID}
          className="editor-prose"
          rows={Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, rowsOf(text)))}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onPaste={this.#paste}
          onFocus={setActiveStyle}
          onBlur={setInactiveStyle}
        />
      </div>
    );
  }

  readonly #paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const html = event.clipboardData.getData('text/html');
    if (html === '') return;
    event.preventDefault();
    this.#replace(() => markdownFrom(html));
  };

  readonly #link = (): void => {
    const address = window.prompt('Which address does the link lead to?', 'https://')?.trim();
    if (address && address !== 'https://') this.#replace((chosen) => `[${chosen || 'words of the link'}](${address})`);
  };

  readonly #list = (): void => {
    this.#replace((chosen) => (chosen || 'First item').replace(/^(?:[-•*·] ?)?(?=\S)/gm, '- '));
  };

  /** Replaces the selection in the way of typing, so that the browser can undo it. */
  #replace(change: (chosen: string) => string): void {
    const area = this.#area.current;
    if (!area) return;
    const {selectionStart, selectionEnd, value} = area;
    area.setRangeText(change(value.slice(selectionStart, selectionEnd)), selectionStart, selectionEnd, 'end');
    area.focus();
    this.props.onChange(area.value);
  }
}
