import {expect, test} from 'vitest';
import {auditSite} from '../../engine/support/browser/audit-site.ts';
import {everyPage} from '../../engine/support/browser/pages-of-every-shape.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

test('every page is valid HTML, and axe finds nothing on it', {timeout: 3_600_000}, async () => {
  expect(await auditSite(siteFolder('toolkit'), '/', everyPage(siteFolder('toolkit')))).toEqual([]);
});
