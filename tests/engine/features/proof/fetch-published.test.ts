import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http';
import {expect, onTestFinished, test} from 'vitest';
import {fetchPublished} from '../../../../src/features/proof/verify/fetch-published.ts';
import {listenOnFreePort} from '../../support/network/listen.ts';

/** A server until the test ends; `answer` gets the number of the request as well. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, nth: number) => unknown,
): Promise<{address: string; asked: string[]}> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => answer(request, response, asked.push(request.url ?? ''));
  const server = createServer(listener);
  const address = `http://127.0.0.1:${await listenOnFreePort(server)}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {address, asked};
}

test('a connection that the server has dropped is opened again', async () => {
  const {address, asked} = await serve(({socket, headers}, response, nth) =>
    // A kept connection ends without an answer, as when a server closes it while a request is on its way.
    nth > 1 && headers.connection === 'keep-alive' ? socket.destroy() : response.end('Words.'),
  );
  expect(await fetchPublished(`${address}/a`)).toBe('Words.');
  expect(await fetchPublished(`${address}/b`)).toBe('Words.');
  expect(asked).toEqual(['/a', '/b', '/b']);
});

test.each([429, 500])('an answer %i is asked for again', async (status) => {
  const {address, asked} = await serve((_, response, nth) =>
    response.writeHead(nth === 1 ? status : 200).end('Words.'),
  );
  expect(await fetchPublished(`${address}/a`)).toBe('Words.');
  expect(asked).toHaveLength(2);
});

test.each([404, 410])('%i means that the site does not have the file', async (status) => {
  const {address, asked} = await serve((_, response) => response.writeHead(status).end('<h1>Not here</h1>'));
  expect(await fetchPublished(`${address}/a`)).toBe(undefined);
  expect(asked).toHaveLength(1);
});

test.each([
  {fault: 'it answered 403', times: 1, answer: (response: ServerResponse) => response.writeHead(403).end()},
  {
    fault: 'it answered a web page',
    times: 1,
    answer: (response: ServerResponse) => response.setHeader('content-type', 'text/html').end('<h1>Log in</h1>'),
  },
  {fault: 'SocketError: other side closed', times: 3, answer: ({socket}: ServerResponse) => socket?.destroy()},
])('anything else says nothing about the file: $fault', async ({fault, times, answer}) => {
  const {address, asked} = await serve((_, response) => answer(response));
  await expect(fetchPublished(`${address}/a`)).rejects.toThrow(`${address}/a could not be read (${fault})`);
  expect(asked).toHaveLength(times);
});
