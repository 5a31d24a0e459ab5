import type { LocalizedText } from '../feed/service.ts';

/** A number that anyone in France may call, day and night unless it says otherwise. */
export interface EmergencyNumber {
  readonly number: string;
  readonly name: string;
  readonly note: string;
}

interface Row {
  readonly number: string;
  readonly name: LocalizedText;
  readonly note: LocalizedText;
}

const rows: readonly Row[] = [
  {
    number: '112',
    name: { fr: 'Urgences', en: 'Emergencies' },
    note: { fr: 'toutes urgences, partout en Europe', en: 'any emergency, anywhere in Europe' },
  },
  {
    number: '15',
    name: { fr: 'Samu', en: 'Ambulance (Samu)' },
    note: { fr: 'urgences médicales', en: 'medical emergencies' },
  },
  {
    number: '18',
    name: { fr: 'Sapeurs-pompiers', en: 'Fire brigade' },
    note: { fr: 'incendie, accident, secours', en: 'fire, accident, rescue' },
  },
  {
    number: '17',
    name: { fr: 'Police, gendarmerie', en: 'Police' },
    note: { fr: 'police secours', en: 'police emergencies' },
  },
  {
    number: '114',
    name: { fr: 'Sourds et malentendants', en: 'Deaf and hard of hearing' },
    note: { fr: 'toutes urgences, par SMS', en: 'any emergency, by text message' },
  },
  {
    number: '119',
    name: { fr: 'Enfance en danger', en: 'Children in danger' },
    note: { fr: 'enfants et adultes témoins', en: 'for children and for witnesses' },
  },
  {
    number: '3919',
    name: { fr: 'Violences femmes info', en: 'Violence against women' },
    note: { fr: 'écoute et orientation', en: 'advice and guidance' },
  },
  {
    number: '3114',
    name: { fr: 'Prévention du suicide', en: 'Suicide prevention' },
    note: { fr: 'écoute par des soignants', en: 'answered by health professionals' },
  },
  {
    number: '115',
    name: { fr: 'Samu social', en: 'Homelessness line' },
    note: { fr: 'personnes sans abri', en: 'people without shelter' },
  },
];

/** The emergency numbers of France, in a language (English for those not written here). */
export function emergencyNumbers(language: string): readonly EmergencyNumber[] {
  const key = language.split('-')[0] === 'fr' ? 'fr' : 'en';
  return rows.map(({ number, name, note }) => ({
    number,
    name: name[key] as string,
    note: note[key] as string,
  }));
}
