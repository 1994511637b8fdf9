import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import {HOST_FILE_NAMES} from '../../src/site/after-build/steps/write-host-files.ts';

/** Serves a built site as a plain host would: index pages of folders, compressed copies, and the site's 404 page. */
export function createSiteServer(folder: string, baseUrl = '/', {brotli = true} = {}): Server {
  const serve = sirv(folder, {gzip: true, brotli});
  const missing = readFileSync(path.join(folder, '404.html'));
  return createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(baseUrl)) {
      response.writeHead(302, {location: baseUrl}).end();
      return;
    }
    request.url = `/${url.slice(baseUrl.length)}`;
    const [file = ''] = url.slice(baseUrl.length).split('?');
    const refuse = () => {
      response.writeHead(404, {'content-type': 'text/html; charset=utf-8'}).end(missing);
    };
    if (HOST_FILE_NAMES.includes(file)) refuse();
    else serve(request, response, refuse);
  });
}
