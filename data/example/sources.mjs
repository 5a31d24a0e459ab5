const site = 'https://donnees.trois-vallees-ambre.example.fr';

/** Who gives the data of the example: invented contributors, licences and dates. */
export const sources = {
  epci: {
    contributor: 'Communauté de communes des Trois Vallées d’Ambre',
    dataset: 'Équipements et services du territoire',
    licence: 'Licence Ouverte 2.0',
    url: `${site}/equipements`,
    date: '2026-09-01',
    checked: '2026-10-12',
  },
  tourisme: {
    contributor: 'Office de tourisme des Trois Vallées d’Ambre',
    dataset: 'Hébergements, restaurants et loisirs 2026',
    licence: 'Licence Ouverte 2.0',
    url: 'https://www.tourisme-ambre.example.org/donnees',
    date: '2026-06-15',
    checked: '2026-09-28',
  },
  sante: {
    contributor: 'Communauté de santé du pays d’Ambre',
    dataset: 'Annuaire des soins de proximité',
    licence: 'Licence Ouverte 2.0',
    date: '2026-07-03',
    checked: '2026-10-02',
  },
  departement: {
    contributor: 'Conseil départemental de la Haute-Ambre',
    dataset: 'Services publics de la Haute-Ambre',
    licence: 'Open Database License (ODbL) 1.0',
    url: 'https://data.haute-ambre.example.fr/services-publics',
    date: '2026-05-20',
  },
  commerces: {
    contributor: 'Association des commerçants et artisans « Vivre en Ambre »',
    dataset: 'Commerces et artisans',
    licence: 'CC BY 4.0',
    date: '2025-11-30',
    checked: '2026-03-14',
  },
};
