import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';
import type { Size } from '../geometry/geometry.ts';
import type { MarkerPlan } from './markers.ts';

/** A server did not give every tile: the maps named got the outline instead. */
export function tilesMissing(reason: Message, ids: readonly string[]): Diagnostic {
  const count = ids.length;
  return {
    severity: 'warning',
    code: 'maps/tiles-missing',
    where: { field: 'map.base', id: ids.join(', ') },
    message: {
      fr: `Fond de carte remplacé par les contours sur ${count} ${count > 1 ? 'cartes' : 'carte'}\u00a0: ${reason.fr}.`,
      en: `Map base replaced by the outline on ${count} ${count > 1 ? 'maps' : 'map'}: ${reason.en}.`,
    },
    hint: {
      fr: 'Relancez plus tard\u00a0: les tuiles déjà reçues sont gardées. Pour s’en passer, écrivez «\u00a0base: outline\u00a0».',
      en: 'Run again later: tiles already received are kept. To do without them, write "base: outline".',
    },
  };
}

/** Neither the territory nor its entries have a position. */
export function nothingToShow(id: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'maps/nothing-to-show',
    where: { id },
    message: {
      fr: 'Carte non dessinée\u00a0: ni le territoire ni les services n’ont de position.',
      en: 'Map not drawn: neither the territory nor the services have a position.',
    },
    hint: {
      fr: 'Donnez les coordonnées des services, ou un fichier de contours dans «\u00a0territory.contours\u00a0».',
      en: 'Give the coordinates of the services, or a file of outlines in "territory.contours".',
    },
  };
}

/** A size that no reader could use. */
export function mapTooSmall(id: string, size: Size): Omit<Diagnostic, 'severity'> {
  const measure = `${Math.round(size.width)} × ${Math.round(size.height)} pt`;
  return {
    code: 'maps/too-small',
    where: { id },
    message: {
      fr: `Carte trop petite pour être lue\u00a0: ${measure}.`,
      en: `Map too small to be read: ${measure}.`,
    },
    hint: {
      fr: 'Donnez-lui au moins 36 pt (13 mm) de large et de haut.',
      en: 'Give it at least 36 pt (13 mm) of width and height.',
    },
  };
}

/** Numbers had to be set smaller than one can read. */
export function crowded(id: string, plan: MarkerPlan): Diagnostic {
  const count = plan.markers.length;
  const size = plan.fontSize.toFixed(1);
  return {
    severity: 'warning',
    code: 'maps/crowded',
    where: { id },
    message: {
      fr: `${count} repères sur une seule carte\u00a0: leurs numéros n’ont que ${size.replace('.', ',')} pt et se lisent mal.`,
      en: `${count} markers on one map: their numbers are only ${size} pt high and hard to read.`,
    },
    hint: {
      fr: 'Faites une carte plus grande, ou une carte par commune ou par thème.',
      en: 'Make the map larger, or one map per commune or theme.',
    },
  };
}

/** A place further from the territory than its own width. */
export function offMap(mapId: string, serviceId: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'maps/off-map',
    where: { id: serviceId },
    message: {
      fr: `Ce service est loin du territoire de la carte «\u00a0${mapId}\u00a0»\u00a0: son numéro est au bord, du côté où il se trouve.`,
      en: `This service lies far from the territory of the map "${mapId}": its number stands at the edge, on its side.`,
    },
    hint: {
      fr: 'Vérifiez sa position (longitude et latitude peut-être inversées).',
      en: 'Check its position (longitude and latitude may be swapped).',
    },
  };
}

/** Tiles would print blurred. */
export function lowResolution(id: string, resolution: number, wanted: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'maps/low-resolution',
    where: { id },
    message: {
      fr: `Le fond de carte n’a que ${Math.round(resolution)} points par pouce, au lieu de ${wanted}\u00a0: il sera flou sur papier.`,
      en: `The map base has only ${Math.round(resolution)} dots per inch instead of ${wanted}: it will print blurred.`,
    },
    hint: {
      fr: 'Faites une carte plus petite ou d’un territoire plus grand, ou écrivez «\u00a0base: outline\u00a0».',
      en: 'Make the map smaller or its territory larger, or write "base: outline".',
    },
  };
}

/** There are no outlines to draw. */
export function noContours(): Diagnostic {
  return {
    severity: 'warning',
    code: 'maps/no-contours',
    where: { field: 'territory.contours' },
    message: {
      fr: 'Cartes sans contours\u00a0: aucun fichier de contours de communes n’a été donné.',
      en: 'Maps without outlines: no file of commune outlines was given.',
    },
    hint: {
      fr: 'Donnez un fichier GeoJSON dans «\u00a0territory.contours\u00a0».',
      en: 'Give a GeoJSON file in "territory.contours".',
    },
  };
}

/** Outlines come from somebody, whom the licence wants named. */
export function noContoursCredit(): Diagnostic {
  return {
    severity: 'warning',
    code: 'maps/no-contours-credit',
    where: { field: 'map.credit' },
    message: {
      fr: 'Les contours des cartes n’ont pas de mention de source à imprimer.',
      en: 'The outlines of the maps have no credit to print.',
    },
    hint: {
      fr: 'Écrivez-la dans «\u00a0map.credit\u00a0», par exemple «\u00a0Contours\u00a0: IGN, Licence Ouverte\u00a0».',
      en: 'Write it in "map.credit", for instance "Contours: IGN, Licence Ouverte".',
    },
  };
}

/** Tiles past their date were used. */
export function staleTiles(host: string): Diagnostic {
  return {
    severity: 'info',
    code: 'maps/stale-tiles',
    where: { field: 'map.base' },
    message: {
      fr: `Le serveur ${host} ne répond pas\u00a0: des tuiles déjà reçues, plus anciennes, ont servi.`,
      en: `The server ${host} does not answer: older tiles already received were used.`,
    },
  };
}

/** Tiles could not be kept on disk. */
export function cacheFailed(): Diagnostic {
  return {
    severity: 'info',
    code: 'maps/cache-failed',
    where: {},
    message: {
      fr: 'Les tuiles n’ont pas pu être gardées sur le disque\u00a0: elles seront redemandées la prochaine fois.',
      en: 'Tiles could not be kept on disk: they will be asked for again next time.',
    },
  };
}
