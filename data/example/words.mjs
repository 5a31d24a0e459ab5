/** Words that fill the braces of the catalogue: `{nom}` draws from `nom`. */
export const pools = {
  nom: [
    'Aubrevent',
    'Bellorge',
    'Cassaniou',
    'Delormeau',
    'Escarpin',
    'Fauconval',
    'Gribeau',
    'Hautecombier',
    'Isambreuil',
    'Jonquerel',
    'Kervazin',
    'Lambrequin',
    'Montagnier',
    'Nouvellon',
    'Ormesson-Brun',
    'Peyrolat',
    'Quintillac',
    'Roussignol',
    'Sauvagnat',
    'Tournemeule',
    'Urbanet',
    'Vaudrelin',
    'Wittelbach',
    'Ybarneix',
    'Zalmond',
    'Brédoire',
    'Châtaignon',
    'Déchelles',
    'Fénérolles',
    'Œillet',
  ],
  elle: [
    'Adèle',
    'Camille',
    'Djamila',
    'Élise',
    'Gaëlle',
    'Inès',
    'Kenza',
    'Léonie',
    'Noémie',
    'Pénélope',
    'Rosa',
    'Solène',
    'Violette',
    'Yaëlle',
    'Zoé',
    'Aïcha',
    'Maïté',
  ],
  lui: [
    'Bastien',
    'Côme',
    'Florian',
    'François',
    'Hugo',
    'Joël',
    'Loïc',
    'Maël',
    'Oscar',
    'Quentin',
    'Théo',
    'Wassim',
  ],
  ecole: [
    'Adèle-Montclar',
    'Les Hirondelles',
    'Léon-Fauconval',
    'Les Trois-Noyers',
    'du Vieux-Lavoir',
    'Marthe-Isambreuil',
    'Les Petits-Cailloux',
    'du Pré-Fleuri',
    'Simone-Aubrevent',
    'Le Grand-Tilleul',
  ],
  arbre: ['Tilleul', 'Noyer', 'Chêne', 'Frêne', 'Sorbier', 'Châtaignier', 'Cerisier', 'Pommier'],
  fleur: [
    'Gentiane',
    'Bruyère',
    'Mélisse',
    'Primevère',
    'Jonquille',
    'Digitale',
    'Myrtille',
    'Violette',
  ],
  bete: [
    'Héron',
    'Renard',
    'Milan',
    'Chevreuil',
    'Castor',
    'Cormoran',
    'Grillon',
    'Martinet',
    'Pinson',
    'Loriot',
  ],
  riviere: ['l’Ambre', 'l’Orvel', 'la Naude'],
  saint: ['Floribert', 'Amadour', 'Cyrice', 'Théophrède', 'Lupicin', 'Odilon'],
  sainte: ['Ysolde', 'Aubierge', 'Valdrée', 'Phrasie'],
  plat: [
    'truite aux lardons',
    'potée aux choux verts',
    'pâté aux pommes de terre',
    'tourte aux orties',
    'omelette aux girolles',
    'petit salé aux lentilles',
    'poule au pot',
    'fondue de l’Orvel',
  ],
  produit: [
    'fromages de chèvre',
    'miel de bruyère',
    'légumes de saison',
    'jus de pomme',
    'lentilles blondes',
    'viande de bœuf en colis',
    'truites fumées',
    'farine de seigle',
    'safran',
    'confitures au chaudron',
  ],
  heure: ['7~h', '8~h', '9~h'],
};

export const streets = [
  'rue de la Mairie',
  'place du Marché',
  'rue du Lavoir',
  'avenue de la Gare',
  'rue des Écoles',
  'chemin des Vignes',
  'rue du Vieux-Pont',
  'impasse du Four',
  'boulevard de l’Orvel',
  'rue Haute',
  'rue Basse',
  'place de l’Église',
  'route de la Ferté',
  'allée des Tilleuls',
  'rue du Moulin',
  'rue des Tanneurs',
  'chemin de la Fontaine',
  'rue de l’Abreuvoir',
  'quai de l’Ambre',
  'rue du Château',
  'rue Adèle-Montclar',
  'rue de l’Œuvre',
  'cours des Marronniers',
  'rue du 8-Mai-1945',
  'rue du Puits-d’Amour',
];

export const hamlets = [
  'Le Bourg',
  'La Grange-Neuve',
  'Les Quatre-Vents',
  'Le Pont-de-Naude',
  'La Croix-Blanche',
  'Les Brandes',
  'Le Puy-Clair',
  'La Font-Froide',
  'Les Échaudes',
  'L’Étang-Vieux',
  'Bois-Lambert',
];

/** Opening hours by kind of place, OSM syntax; one of each list is drawn. */
export const hours = {
  bureau: [
    'Mo-Fr 08:30-12:00,13:30-17:00; PH off',
    'Mo-Th 09:00-12:00,13:30-16:30; Fr 09:00-12:00; PH off',
  ],
  guichet: [
    'Mo-Fr 08:30-12:00,13:30-16:00; PH off',
    'Mo,Tu,Th 08:30-12:30; We,Fr 08:30-12:30,13:30-16:00; PH off',
  ],
  mairie: ['Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off'],
  petiteMairie: [
    'Tu,Th 14:00-18:00; Fr 09:00-12:00; PH off',
    'Mo,We,Fr 09:00-12:00; PH off',
    'Tu 09:00-12:00,16:00-19:00; Fr 14:00-17:30; PH off',
    'We 14:00-18:30; Sa 09:00-11:30; PH off',
  ],
  ecole: [
    'Mo,Tu,Th,Fr 08:30-12:00,13:30-16:00; SH,PH off',
    'Mo-Tu,Th-Fr 08:45-11:45,13:30-16:15; We 08:45-11:45; SH,PH off',
  ],
  garderie: ['Mo,Tu,Th,Fr 07:15-08:30,16:00-18:45; SH,PH off'],
  creche: ['Mo-Fr 07:30-18:30; PH off'],
  loisirs: ['We 07:30-18:30; SH Mo-Fr 07:30-18:30; PH off'],
  medecin: [
    'Mo,Tu,Th,Fr 08:30-12:00,14:00-18:30; Sa 09:00-11:30; PH off',
    'Mo-We,Fr 09:00-12:30,14:00-19:00; PH off',
  ],
  cabinet: [
    'Mo-Fr 08:00-12:00,14:00-19:00; PH off',
    'Mo,Tu,Th,Fr 09:00-12:00,13:30-18:30; We 09:00-12:00; PH off',
  ],
  pharmacie: ['Mo-Fr 08:30-12:30,14:00-19:15; Sa 08:30-12:30,14:00-18:00; PH off'],
  commerce: [
    'Tu-Sa 09:00-12:15,14:30-19:00; PH off',
    'Mo 14:30-19:00; Tu-Sa 09:30-12:00,14:30-19:00',
  ],
  alimentation: [
    'Mo-Sa 07:30-12:30,15:30-19:30; Su 08:00-12:30',
    'Tu-Sa 08:00-12:30,16:00-19:30; Su,PH 08:30-12:30',
  ],
  boulangerie: ['Tu-Sa 06:30-13:00,15:30-19:30; Su 07:00-13:00', 'We-Mo 06:45-19:00; Tu off'],
  supermarche: ['Mo-Sa 08:30-19:30; Su 09:00-12:30'],
  banque: ['Tu-Fr 08:45-12:15,13:45-18:00; Sa 08:45-12:30; PH off'],
  poste: ['Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off', 'Mo-Fr 09:00-11:45; PH off'],
  restaurant: [
    'Tu-Su 12:00-14:00; Fr-Sa 19:00-21:30',
    'We-Su 12:00-13:45,19:00-21:00',
    'Mo-Fr 12:00-14:00; PH off',
  ],
  cafe: [
    'Tu-Su 07:30-21:00',
    'Mo-Sa 07:00-13:00,16:00-20:30; Su 08:00-13:00',
    'We-Th 16:00-23:00; Fr-Sa 16:00-01:00',
  ],
  bibliotheque: [
    'Tu,Fr 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30; PH off',
    'We 14:00-17:00; Sa 10:00-12:00; PH off',
  ],
  musee: ['Apr-Oct: We-Su 10:00-12:30,14:00-18:00; Nov-Mar: Sa-Su 14:00-17:00; Dec 25,Jan 1 off'],
  tourisme: ['Jul-Aug: Mo-Su 09:30-18:30; Sep-Jun: Mo-Sa 09:30-12:30,14:00-17:30; PH off'],
  saison: ['Apr-Oct: Mo-Su 09:00-12:00,15:00-19:00', 'May-Sep: Mo-Su 10:00-19:00', 'Apr 1-Oct 31'],
  dechetterie: [
    'Mo,We,Fr 13:30-17:30; Sa 09:00-12:00,13:30-17:30; PH off',
    'Tu,Th,Sa 09:00-12:00,14:00-18:00; PH off',
  ],
  sport: ['Mo-Fr 08:00-22:00; Sa-Su 09:00-19:00', 'Mo-Sa 06:00-23:00; Su 08:00-20:00'],
  marche: [
    'Sa 08:00-12:30',
    'Th 08:00-12:30',
    'Su 08:30-12:30',
    'We[1],We[3] 08:00-12:00',
    'Fr 16:30-19:30',
  ],
  jour: ['24/7'],
};

/** "d’Ambreval", "de L’Haÿ-sur-Ambre", "des Aubiers-d’Ambre". */
export function ofCommune(name) {
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  return /^[AEIOUYÀÂÉÈÊÎÔŒ]/u.test(name) ? `d’${name}` : `de ${name}`;
}

/** "de la Grange-Neuve", "du Puy-Clair", "de l’Étang-Vieux". */
export function ofHamlet(name) {
  if (name.startsWith('La ')) return `de la ${name.slice(3)}`;
  return name.startsWith('L’') ? `de l’${name.slice(2)}` : ofCommune(name);
}

/** "à Ambreval", "aux Aubiers-d’Ambre". */
export function atCommune(name) {
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`;
  return name.startsWith('Le ') ? `au ${name.slice(3)}` : `à ${name}`;
}

/** "L’Haÿ-sur-Ambre" gives "l-hay-sur-ambre". */
export function slugOf(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/Œ/g, 'Oe')
    .replace(/œ/g, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The text with a capital at its head. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
