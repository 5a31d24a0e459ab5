import { type Diagnostic, type InputError, inputError } from '../diagnostics/diagnostic.ts';
import { isPrivateHost } from './private-address.ts';

/** A server of square pictures of the map. */
export interface TileSource {
  readonly name: string;
  /** URL with {z}, {x} and {y}. */
  readonly template: string;
  readonly host: string;
  /** Printed under the map. */
  readonly credit: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Pixels. */
  readonly tileSize: number;
  /** Requests at a time. */
  readonly concurrency: number;
}

/** What the booklet and the run say of the source. */
export interface SourceChoice {
  readonly base: string;
  readonly credit?: string;
  readonly maxZoom?: number;
  readonly allowPrivate?: boolean;
}

const ignTemplate =
  'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
  '&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png' +
  '&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';

const ign: TileSource = {
  name: 'ign',
  template: ignTemplate,
  host: 'data.geopf.fr',
  credit: '© IGN – Plan IGN v2',
  minZoom: 1,
  maxZoom: 19,
  tileSize: 256,
  concurrency: 4,
};

/** The tile source of a base, undefined for 'none' and 'outline'; an unusable one stops the stage. */
export function tileSource(choice: SourceChoice): TileSource | undefined {
  const { base } = choice;
  if (base === 'none' || base === 'outline') return undefined;
  if (base === 'ign') return ign;
  const url = parseTemplate(base);
  checkPlaceholders(base);
  checkHost(url, choice.allowPrivate ?? false);
  return {
    name: url.host,
    template: base,
    host: url.host,
    credit: requireCredit(choice.credit, url.host),
    minZoom: 1,
    maxZoom: choice.maxZoom ?? 19,
    tileSize: 256,
    concurrency: 2,
  };
}

function refuse(
  diagnostic: Omit<Diagnostic, 'severity' | 'where'>,
  field = 'map.base',
): InputError {
  return inputError({ where: { field }, ...diagnostic });
}

const baseHint = {
  fr: 'Écrivez «\u00a0outline\u00a0» (contours), «\u00a0ign\u00a0» (Plan IGN), «\u00a0none\u00a0», ou une adresse «\u00a0https://…/{z}/{x}/{y}.png\u00a0».',
  en: 'Write "outline", "ign" (Plan IGN), "none", or an address such as "https://…/{z}/{x}/{y}.png".',
};

function parseTemplate(base: string): URL {
  const url = /^https?:\/\//i.test(base) && !/\s/.test(base) ? tryUrl(base) : undefined;
  if (!url)
    throw refuse({
      code: 'maps/unknown-base',
      message: {
        fr: `Fond de carte inconnu\u00a0: «\u00a0${short(base)}\u00a0».`,
        en: `Unknown map base: "${short(base)}".`,
      },
      hint: baseHint,
    });
  if (url.username || url.password)
    throw refuse({
      code: 'maps/tile-credentials',
      message: {
        fr: `L’adresse des tuiles de ${url.host} contient un identifiant ou un mot de passe.`,
        en: `The tile address of ${url.host} holds a user name or a password.`,
      },
      hint: {
        fr: 'Retirez ce qui précède «\u00a0@\u00a0»\u00a0: il serait écrit dans un fichier que d’autres lisent.',
        en: 'Take away what stands before "@": it would be written in a file that others read.',
      },
    });
  return url;
}

function tryUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function checkPlaceholders(base: string): void {
  const found: readonly string[] = base.match(/\{[^}]*\}/g) ?? [];
  const missing = ['{z}', '{x}', '{y}'].filter((each) => !found.includes(each));
  const unknown = found.filter((each) => !['{z}', '{x}', '{y}'].includes(each));
  const repeated = found.length > new Set(found).size;
  if (missing.length === 0 && unknown.length === 0 && !repeated) return;
  throw refuse({
    code: 'maps/tile-template',
    message: missing.length
      ? {
          fr: `L’adresse des tuiles ne contient pas ${missing.join(' ni ')}.`,
          en: `The tile address lacks ${missing.join(' and ')}.`,
        }
      : {
          fr: `L’adresse des tuiles contient ${unknown[0] ?? 'deux fois la même variable'}, qui n’est pas prévu.`,
          en: `The tile address holds ${unknown[0] ?? 'the same placeholder twice'}, which is not supported.`,
        },
    hint: {
      fr: 'L’adresse doit contenir {z}, {x} et {y}, une fois chacun\u00a0; choisissez un seul serveur au lieu de {s}, et retirez {r}.',
      en: 'The address must hold {z}, {x} and {y}, once each; choose one server instead of {s}, and take {r} away.',
    },
  });
}

function checkHost(url: URL, allowPrivate: boolean): void {
  const host = url.hostname.toLowerCase();
  if (host === 'tile.openstreetmap.org' || host.endsWith('.tile.openstreetmap.org'))
    throw refuse({
      code: 'maps/osm-policy',
      message: {
        fr: `Les tuiles de ${host} ne peuvent pas servir à imprimer des guides en nombre\u00a0: ses règles l’interdisent.`,
        en: `The tiles of ${host} cannot be used to print booklets in bulk: its policy forbids it.`,
      },
      hint: {
        fr: 'Écrivez «\u00a0ign\u00a0», «\u00a0outline\u00a0», ou l’adresse d’un serveur qui vous y autorise.',
        en: 'Write "ign", "outline", or the address of a server that allows you to.',
      },
    });
  if (!allowPrivate && isPrivateHost(url.hostname))
    throw refuse({
      code: 'maps/private-address',
      message: {
        fr: `L’adresse des tuiles, ${url.host}, est celle d’un réseau privé.`,
        en: `The tile address, ${url.host}, is one of a private network.`,
      },
      hint: {
        fr: 'Donnez une adresse publique, ou autorisez les adresses privées si ce serveur est le vôtre.',
        en: 'Give a public address, or allow private addresses if this server is yours.',
      },
    });
}

function requireCredit(credit: string | undefined, host: string): string {
  if (credit?.trim()) return credit.trim();
  throw refuse(
    {
      code: 'maps/no-credit',
      message: {
        fr: `Le fond de carte de ${host} n’a pas de mention de source à imprimer.`,
        en: `The map base of ${host} has no credit to print.`,
      },
      hint: {
        fr: 'Écrivez la mention demandée par ce serveur dans «\u00a0map.credit\u00a0», par exemple «\u00a0© les contributeurs d’OpenStreetMap\u00a0».',
        en: 'Write the credit that this server asks for in "map.credit", for instance "© OpenStreetMap contributors".',
      },
    },
    'map.credit',
  );
}
