import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A tile server on the loopback address, and what it was asked. */
export interface TileServer {
  readonly template: string;
  readonly origin: string;
  readonly asked: { readonly path: string; readonly userAgent: string }[];
  answer: Answer;
  close(): Promise<void>;
}

export async function startTileServer(answer: Answer): Promise<TileServer> {
  const asked: TileServer['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', userAgent: request.headers['user-agent'] ?? '' });
    state.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: TileServer = {
    template: `${origin}/{z}/{x}/{y}.png`,
    origin,
    asked,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}

/** Sends a picture. */
export function picture(body: Uint8Array, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', ...headers }).end(body);
  };
}

/** A tile of one colour. */
export async function plainTile(
  background: { r: number; g: number; b: number; alpha?: number },
  side = 256,
): Promise<Buffer> {
  const channels = background.alpha === undefined ? 3 : 4;
  return await sharp({ create: { width: side, height: side, channels, background } })
    .png()
    .toBuffer();
}

export async function filesUnder(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}
