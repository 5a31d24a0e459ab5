import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isPrivateHost, PrivateAddressError, publicLookup } from './private-address.ts';
import { TileError } from './tile-error.ts';

/** How one address is asked for. */
export interface FetchLimits {
  readonly userAgent: string;
  /** Milliseconds for the whole answer. */
  readonly timeout: number;
  readonly allowPrivate: boolean;
}

/** A picture as the server sent it. */
export interface FetchedTile {
  readonly body: Uint8Array;
  /** Seconds during which the server lets us keep it; undefined when it must not be kept. */
  readonly keepFor: number | undefined;
}

const mostRedirects = 3;
const mostBytes = 4 * 1024 * 1024;

/** Asks once for a picture, redirections followed and checked; throws a TileError. */
export async function fetchTile(url: string, limits: FetchLimits): Promise<FetchedTile> {
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    return await follow(new URL(url), limits, signal);
  } catch (error) {
    if (error instanceof TileError) throw error;
    throw networkError(error, new URL(url).host, signal.aborted ? limits.timeout : undefined);
  }
}

async function follow(from: URL, limits: FetchLimits, signal: AbortSignal): Promise<FetchedTile> {
  let url = from;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await ask(url, limits, signal);
    const { location } = answer.headers;
    const redirects = (answer.statusCode ?? 0) >= 300 && (answer.statusCode ?? 0) < 400 && location;
    if (!redirects) return await accept(answer, url.host);
    answer.resume();
    url = new URL(location, url);
  }
  throw new TileError({
    fr: `le serveur ${from.host} renvoie sans fin d’une adresse à une autre`,
    en: `the server ${from.host} redirects without end`,
  });
}

function ask(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TileError({
      fr: `le serveur renvoie vers une adresse «\u00a0${url.protocol}\u00a0», qui n’est pas du Web`,
      en: `the server redirects to a "${url.protocol}" address, which is not of the Web`,
    });
  if (!limits.allowPrivate && isPrivateHost(url.hostname)) throw new PrivateAddressError(url.host);
  return new Promise((resolve, reject) => {
    const options = {
      signal,
      headers: { 'user-agent': limits.userAgent, accept: 'image/png, image/jpeg, image/webp' },
      ...(limits.allowPrivate ? {} : { lookup: publicLookup }),
    };
    const request = url.protocol === 'https:' ? httpsGet(url, options) : httpGet(url, options);
    request.once('response', resolve).once('error', reject);
  });
}

async function accept(answer: IncomingMessage, host: string): Promise<FetchedTile> {
  const status = answer.statusCode ?? 0;
  const type = answer.headers['content-type'] ?? '';
  if (status === 200 && type.startsWith('image/'))
    return { body: await readBody(answer, host), keepFor: keepFor(answer) };
  answer.resume();
  if (status === 200)
    throw new TileError({
      fr: `le serveur ${host} a répondu par autre chose qu’une image (${type || 'type non dit'})`,
      en: `the server ${host} answered with something other than a picture (${type || 'no type'})`,
    });
  throw new TileError(
    { fr: `le serveur ${host} a répondu ${status}`, en: `the server ${host} answered ${status}` },
    { mayPass: status === 429 || status >= 500, retryAfter: retryAfter(answer) },
  );
}

async function readBody(answer: IncomingMessage, host: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > mostBytes)
      throw new TileError({
        fr: `le serveur ${host} envoie une tuile de plus de 4 Mo`,
        en: `the server ${host} sends a tile of more than 4 MB`,
      });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function keepFor(answer: IncomingMessage): number | undefined {
  const control = answer.headers['cache-control'] ?? '';
  if (/\bno-store\b/i.test(control)) return undefined;
  return Number(/\bmax-age=(\d+)/i.exec(control)?.[1] ?? 0);
}

/** Only the form in seconds is read; a date counts as nothing said. */
function retryAfter(answer: IncomingMessage): number | undefined {
  const seconds = Number(answer.headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function networkError(error: unknown, host: string, timedOutAfter: number | undefined): TileError {
  if (error instanceof PrivateAddressError)
    return new TileError({
      fr: `${error.host} mène à une adresse d’un réseau privé`,
      en: `${error.host} leads to an address of a private network`,
    });
  if (timedOutAfter !== undefined)
    return new TileError(
      {
        fr: `le serveur ${host} n’a pas fini de répondre en ${timedOutAfter / 1000}\u00a0s`,
        en: `the server ${host} had not answered in full after ${timedOutAfter / 1000} s`,
      },
      { mayPass: true },
    );
  const detail = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  return new TileError(
    {
      fr: `le serveur ${host} n’a pas pu être joint (${detail})`,
      en: `the server ${host} could not be reached (${detail})`,
    },
    { mayPass: true },
  );
}
