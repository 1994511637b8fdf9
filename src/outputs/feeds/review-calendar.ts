import ical from 'ical-generator';
import {textIn} from '../../language/text.ts';
import type {Records} from '../../model/page-record.ts';
import {absoluteUrl, type SiteAddress} from '../../model/routes/addresses.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';

/** The planned reviews of live pages as a calendar (RFC 5545), each on the day by which it is due. */
export function renderReviewCalendar(toolkit: Toolkit, {pages}: Records, site: SiteAddress): string {
  const {title, language} = toolkit.config;
  const {follow: t} = textIn(language);
  // Calendar programs want an instant that does not change while the events do not.
  const stamp = new Date(
    toolkit.updates
      .map(({data}) => data.published.latest)
      .sort()
      .at(-1) ?? 0,
  );
  const calendar = ical({name: title, prodId: {company: 'good-practice-toolkit', product: 'reviews'}});
  for (const {id, address, data} of allPages(toolkit)) {
    const due = pages[id]?.freshness?.due;
    if (due === undefined) continue;
    const url = absoluteUrl(site, address);
    calendar.createEvent({id: url, start: new Date(due), allDay: true, stamp, summary: t.review(data.title), url});
  }
  return calendar.toString();
}
