import type {PlannedFile} from '../../content/files/planned-file.ts';
import type {Announcement} from '../updates/announce.ts';
import {renderTextMail} from './render-announcement.ts';
import {renderHtmlMail} from './render-html-mail.ts';

export function outboxFiles(slug: string, announcement: Announcement): PlannedFile[] {
  return [
    {path: `outbox/${slug}.txt`, content: renderTextMail(announcement)},
    {path: `outbox/${slug}.html`, content: renderHtmlMail(announcement)},
  ];
}
