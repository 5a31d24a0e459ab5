import type { Message } from '../diagnostics/diagnostic.ts';
import type { Service } from '../feed/service.ts';
import type { LeftOut, LeftOutReason } from './directory.ts';

/** The reasons in the order in which a report lists them, counted. */
const counted: Readonly<Record<LeftOutReason, Message>> = {
  'outside-territory': { fr: 'hors du territoire', en: 'outside the territory' },
  'not-placed': {
    fr: 'sans commune ni position utilisable',
    en: 'without usable commune or position',
  },
  'type-not-selected': { fr: 'd’un type non demandé', en: 'of a type not asked for' },
  'removed-by-hand': { fr: 'retirés à la main', en: 'removed by hand' },
  'status-closed': { fr: 'fermés définitivement', en: 'closed for good' },
  'status-planned': { fr: 'pas encore ouverts', en: 'not open yet' },
  'duplicate-id': { fr: 'en double', en: 'duplicates' },
  invalid: { fr: 'refusés à la lecture', en: 'refused on reading' },
};

/** Says why a service is not printed. */
export function leaveOut(service: Service, reason: LeftOutReason): LeftOut {
  return { id: service.id, name: service.name, reason, message: sentence(service, reason) };
}

/** "12 hors du territoire, 3 fermés définitivement". */
export function countReasons(leftOut: readonly LeftOut[]): Message {
  const parts = (Object.keys(counted) as LeftOutReason[]).flatMap((reason) => {
    const count = leftOut.filter((one) => one.reason === reason).length;
    return count > 0 ? [{ count, words: counted[reason] }] : [];
  });
  return {
    fr: parts.map(({ count, words }) => `${count} ${words.fr}`).join(', '),
    en: parts.map(({ count, words }) => `${count} ${words.en}`).join(', '),
  };
}

function sentence(service: Service, reason: LeftOutReason): Message {
  const { insee, commune } = service.address;
  const place = [commune, insee && `(${insee})`].filter(Boolean).join(' ');
  switch (reason) {
    case 'outside-territory':
      return {
        fr: `Se trouve hors du territoire${place && `\u00a0: ${place}`}.`,
        en: `Stands outside the territory${place && `: ${place}`}.`,
      };
    case 'not-placed':
      return {
        fr: `Impossible de dire s’il est dans le territoire\u00a0: ${insee ? `code INSEE ${insee} inconnu` : 'pas de code INSEE'} et ${service.position ? 'aucun contour pour sa position' : 'pas de position'}.`,
        en: `No telling whether it is in the territory: ${insee ? `INSEE code ${insee} unknown` : 'no INSEE code'} and ${service.position ? 'no outline for its position' : 'no position'}.`,
      };
    case 'type-not-selected':
      return {
        fr: `Le livret ne demande aucun de ses types\u00a0: ${service.types.join(', ')}.`,
        en: `The booklet asks for none of its types: ${service.types.join(', ')}.`,
      };
    case 'removed-by-hand':
      return { fr: 'Retiré à la main dans le livret.', en: 'Removed by hand in the booklet.' };
    case 'status-closed':
      return { fr: 'Fermé définitivement.', en: 'Closed for good.' };
    case 'status-planned':
      return { fr: 'Pas encore ouvert.', en: 'Not open yet.' };
    case 'duplicate-id':
      return {
        fr: `Un autre service porte déjà l’identifiant ${service.id}.`,
        en: `Another service already has the id ${service.id}.`,
      };
    case 'invalid':
      return {
        fr: `Aucun de ses types n’est connu\u00a0: ${service.types.join(', ') || 'aucun type'}.`,
        en: `None of its types is known: ${service.types.join(', ') || 'no type'}.`,
      };
  }
}
