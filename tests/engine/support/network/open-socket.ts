import {createServer} from 'node:net';
import {onTestFinished} from 'vitest';

/** Opens a socket at a path, which is neither a file nor a folder; it goes when the test ends. */
export async function openSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  onTestFinished(() => void server.close());
}
