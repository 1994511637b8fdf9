import {LinkChecker, type LinkResult} from 'linkinator';
import {type Dispatcher, getGlobalDispatcher, MockAgent, setGlobalDispatcher} from 'undici';
import {classify, type LinkOutcome} from '../classify-answer.ts';
import {type Network, politeDispatcher} from './polite-dispatcher.ts';

/** How many addresses wait for an answer at once, each host for one. */
const AT_ONCE = 25;

/** The page that linkinator reads: it has the links. No server has it. */
const LIST = 'http://list-of-links.invalid';

/** linkinator would send requests through a proxy past our dispatcher. */
const PROXIES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * Checks every address with linkinator, which asks, follows redirects and tries again. Permanent redirects come from the
 * dispatcher, because linkinator reports only the end. An address for which its host or the run had no time left has no
 * outcome.
 */
export async function checkAddresses(
  addresses: Iterable<string>,
  network: Network,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Map<string, LinkOutcome>> {
  const unique = [...new Set(addresses)];
  const {dispatcher, movedTo} = politeDispatcher(network, unique);
  // One address of each host, then a second one: waits for one host do not hold up the others.
  const inTurn = [...Map.groupBy(unique, (address) => new URL(address).host).values()]
    .flatMap((ofHost) => ofHost.map((address, turn) => ({address, turn})))
    .sort((a, b) => a.turn - b.turn);
  const anchors = inTurn.map(({address}) => `<a href="${address.replaceAll('&', '&amp;')}"></a>`);
  const list = new MockAgent();
  list
    .get(LIST)
    .intercept({path: '/'})
    .reply(200, anchors.join(''), {headers: {'content-type': 'text/html'}});

  const checker = new LinkChecker();
  let done = 0;
  checker.on('link', ({url}) => {
    if (!url.startsWith(LIST)) onProgress(++done, unique.length);
  });
  const former = getGlobalDispatcher();
  for (const name of PROXIES) delete process.env[name];
  setGlobalDispatcher(
    dispatcher.compose(
      (dispatch): Dispatcher.Dispatch =>
        (options, handler) =>
          options.origin === LIST ? list.dispatch(options, handler) : dispatch(options, handler),
    ),
  );
  try {
    const {links: results} = await checker.check({
      path: `${LIST}/`,
      concurrency: AT_ONCE,
      retryErrors: true,
      retryErrorsCount: 1,
      retryErrorsJitter: 0,
      headers: {'user-agent': network.userAgent, 'Accept-Language': 'en-GB,en;q=0.9'},
    });
    return new Map(
      results.flatMap(({url, status = 0, failureDetails}): [string, LinkOutcome][] => {
        const outcome = classify(status, lastCode(failureDetails), movedTo(url));
        return outcome && !url.startsWith(LIST) ? [[url, outcome]] : [];
      }),
    );
  } finally {
    setGlobalDispatcher(former);
    await dispatcher.destroy();
  }
}

/** The code or message of the error that ended the last request; fetch wraps the error of the connection. */
function lastCode(failures: LinkResult['failureDetails']): string {
  const last = failures?.at(-1);
  const cause = last instanceof Error && last.cause instanceof Error ? last.cause : new Error('no answer');
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
