import type {Immutable} from 'decap-cms-app';
import {toHtml} from 'hast-util-to-html';
import {type ComponentType, useMemo} from 'react';
import {type Entry, type EntryShape, splitFiles, writeEntry} from '../../../intake/editor/entry-file.ts';
import {parsePage} from '../../../markdown/parsed-page.ts';
import {builtInDirectives} from '../../../model/built-in-directives.ts';
import {draftBody, finishBody} from '../../render/page-body.ts';
import {Problems} from './problems.tsx';

/** Links and pictures stay as they are written: the preview has no pages around it. */
const AS_WRITTEN = {link: (url: string) => url, image: (src: string) => ({src})};

/** Shows the page of a form with the styles of the site. Charts and blocks of the toolkit show only on the site. */
export function previewOf(shape: EntryShape): ComponentType<{entry: Immutable}> {
  return ({entry}) => {
    const data = (entry.get('data') as Immutable).toJS() as Entry;
    const text = splitFiles(writeEntry(data, shape)).page;
    const html = useMemo(() => bodyOf(text), [text]);
    return (
      <main className="editor-preview">
        <Problems field="" />
        <article className="page">
          <header className="page-head">
            <h1>{titleOf(data)}</h1>
          </header>
          {/* The same sanitiser as on the site made it. */}
          <div className="page-body">
            <div className="prose" dangerouslySetInnerHTML={{__html: html}} />
          </div>
        </article>
      </main>
    );
  };
}

/** A change note has no title, and shows its words. */
function titleOf({title, note}: Entry): string {
  if (typeof title === 'string' && title !== '') return title;
  return typeof note === 'string' ? note : 'Your title appears here';
}

function bodyOf(text: string): string {
  const document = {path: 'page.md', text, frontMatter: {}, placeOf: () => undefined, body: text, bodyOffset: 0};
  return toHtml(
    finishBody(
      draftBody(parsePage('page', document), {directives: builtInDirectives({language: 'en'})}),
      document,
      AS_WRITTEN,
    ).tree,
  );
}
