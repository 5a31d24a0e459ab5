/**
 * Bodies of the invented département; they stand in the chief town.
 * [type, name, what it does (optional)]
 */
export const departementBodies = [
  [
    'prefecture',
    'Préfecture de la Haute-Ambre',
    'Titres de séjour, élections, sécurité civile, contrôle de légalité.',
  ],
  [
    'conseil-departemental',
    'Conseil départemental de la Haute-Ambre',
    'Collèges, routes départementales, action sociale, archives.',
  ],
  [
    'tribunal-judiciaire',
    'Tribunal judiciaire d’Ambreval',
    'Affaires civiles et pénales, injonctions de payer, tutelles.',
  ],
  [
    'conseil-de-prud-hommes',
    'Conseil de prud’hommes d’Ambreval',
    'Litiges entre salariés et employeurs du secteur privé.',
  ],
  ['tribunal-de-commerce', 'Tribunal de commerce d’Ambreval'],
  [
    'delegue-du-defenseur-des-droits',
    'Délégué du Défenseur des droits',
    'Reçoit gratuitement et sur rendez-vous en cas de litige avec une administration.',
  ],
  [
    'conseil-departemental-acces-au-droit',
    'Conseil départemental de l’accès au droit de la Haute-Ambre',
  ],
  ['etablissement-penitentiaire', 'Maison d’arrêt d’Ambreval'],
  [
    'ddt',
    'Direction départementale des territoires de la Haute-Ambre',
    'Aides agricoles, eau et forêt, urbanisme, éducation routière.',
  ],
  [
    'chambre-d-agriculture',
    'Chambre d’agriculture de la Haute-Ambre',
    'Installation, transmission et conseil aux exploitations.',
  ],
  [
    'ddpp',
    'Direction départementale de la protection des populations',
    'Hygiène des aliments, santé animale, litiges de consommation.',
  ],
  [
    'adil',
    'ADIL de la Haute-Ambre',
    'Information gratuite et neutre sur le logement\u00a0: bail, charges, accession, impayés.',
  ],
  [
    'anah',
    'Délégation locale de l’Anah',
    'Aides à la rénovation pour les propriétaires occupants et bailleurs.',
  ],
  [
    'service-des-impots-fonciers',
    'Service départemental des impôts fonciers',
    'Plan cadastral, taxe foncière, évaluation des locaux.',
  ],
  [
    'commission-departementale-de-conciliation',
    'Commission départementale de conciliation',
    'Aide locataires et bailleurs à trouver un accord, sans frais.',
  ],
  [
    'office-hlm',
    'Haute-Ambre Habitat',
    'Office public de l’habitat\u00a0: demande de logement social, entretien, accession.',
  ],
  ['ddets', 'Direction départementale de l’emploi, du travail et des solidarités'],
  [
    'inspection-du-travail',
    'Inspection du travail, unité de contrôle d’Ambreval',
    'Renseigne salariés et employeurs sur le droit du travail.',
  ],
  ['urssaf', 'Urssaf, site d’Ambreval'],
  [
    'chambre-de-commerce-et-d-industrie',
    'Chambre de commerce et d’industrie de la Haute-Ambre',
    'Création, reprise et développement des entreprises.',
  ],
  ['chambre-de-metiers', 'Chambre de métiers et de l’artisanat, antenne d’Ambreval'],
  [
    'msa',
    'Mutualité sociale agricole, agence d’Ambreval',
    'Santé, famille, retraite et prévention pour le monde agricole.',
  ],
  [
    'centre-de-gestion',
    'Centre de gestion de la Haute-Ambre',
    'Concours et carrière des agents des communes.',
  ],
  [
    'banque-de-france',
    'Banque de France, succursale d’Ambreval',
    'Surendettement, droit au compte, fichiers d’incidents.',
  ],
  ['service-des-impots-des-particuliers', 'Service des impôts des particuliers d’Ambreval'],
  ['service-des-impots-des-entreprises', 'Service des impôts des entreprises d’Ambreval'],
  ['ddfip', 'Direction départementale des finances publiques'],
  ['service-de-publicite-fonciere', 'Service de la publicité foncière d’Ambreval'],
  [
    'cpam',
    'Caisse primaire d’assurance maladie de la Haute-Ambre',
    'Carte Vitale, remboursements, arrêts de travail, complémentaire santé solidaire.',
  ],
  [
    'caf',
    'Caisse d’allocations familiales de la Haute-Ambre',
    'Aides au logement, prestations familiales, RSA, prime d’activité.',
  ],
  ['agence-regionale-de-sante', 'Agence régionale de santé, délégation de la Haute-Ambre'],
  ['cicas', 'CICAS de la Haute-Ambre'],
  [
    'cidff',
    'CIDFF de la Haute-Ambre',
    'Information juridique gratuite, écoute des femmes victimes de violences.',
  ],
  ['cdaph', 'Commission des droits et de l’autonomie des personnes handicapées'],
  [
    'mdph',
    'Maison départementale des personnes handicapées',
    'Carte mobilité inclusion, allocation adulte handicapé, scolarisation adaptée.',
  ],
  ['udaf', 'Union départementale des associations familiales de la Haute-Ambre'],
  ['point-info-famille', 'Point info famille de la Haute-Ambre'],
  [
    'dsden',
    'Direction des services départementaux de l’éducation nationale',
    'Inscription, bourses, transport et santé scolaires.',
  ],
  ['commissariat-de-police', 'Commissariat de police d’Ambreval'],
  [
    'centre-du-service-national',
    'Centre du service national et de la jeunesse',
    'Journée défense et citoyenneté, attestations.',
  ],
  ['onacvg', 'ONaCVG, service départemental de la Haute-Ambre'],
  ['sdjes', 'Service départemental à la jeunesse, à l’engagement et aux sports'],
  [
    'federation-de-peche',
    'Fédération de pêche de la Haute-Ambre',
    'Cartes de pêche, parcours et réserves.',
  ],
  ['federation-des-chasseurs', 'Fédération des chasseurs de la Haute-Ambre'],
  ['services-de-dialyse', 'Centre de dialyse d’Ambreval'],
  [
    'lutte-contre-le-cancer',
    'Comité de lutte contre le cancer de la Haute-Ambre',
    'Écoute, soins de support et dépistage organisé.',
  ],
  ['centre-de-transfusion-sanguine', 'Maison du don du sang d’Ambreval'],
  [
    'cegidd',
    'CeGIDD du centre hospitalier d’Ambreval',
    'Dépistage anonyme et gratuit du VIH, des hépatites et des infections sexuelles.',
  ],
  ['tabacologie', 'Consultation de tabacologie d’Ambreval'],
  [
    'archives',
    'Archives départementales de la Haute-Ambre',
    'Salle de lecture ouverte à tous, généalogie, cadastre ancien.',
  ],
  ['comite-departemental', 'Comité départemental olympique et sportif de la Haute-Ambre'],
  ['universite', 'Université du Val-d’Orvel, antenne d’Ambreval'],
  ['formation-sanitaire-et-sociale', 'Institut de formation en soins infirmiers d’Ambreval'],
  ['lycee-post-bac', 'Lycée Léon-Fauconval, BTS et classes préparatoires'],
  ['autre-etablissement-specialise', 'Établissement régional d’enseignement adapté d’Ambreval'],
  ['atelier-canope', 'Atelier Canopé de la Haute-Ambre'],
  [
    'afpa',
    'Afpa, centre d’Ambreval',
    'Métiers du bâtiment, de l’industrie et des services. Hébergement sur place.',
  ],
  ['apec', 'Apec, permanence d’Ambreval', 'Le premier mardi du mois, sur rendez-vous.'],
  ['apecita', 'Apecita, permanence d’Ambreval'],
  ['bpifrance', 'Bpifrance, permanence d’Ambreval'],
  ['cnfpt', 'CNFPT, antenne de la Haute-Ambre'],
  [
    'cnam',
    'Cnam, centre d’Ambreval',
    'Formation tout au long de la vie, cours du soir et à distance.',
  ],
  ['crous', 'Crous, antenne d’Ambreval', 'Bourses et logement des étudiants.'],
  ['ofii', 'OFII, permanence d’Ambreval'],
  ['prevention-du-sida', 'Point information sida d’Ambreval'],
  ['federation-sportive', 'Fédération des sports de pleine nature'],
  ['ligue-regionale', 'Ligue régionale de pétanque Val-d’Orvel'],
];

/** Bodies of the invented région: they stand far outside and serve every commune. */
export const regionBodies = [
  [
    'conseil-regional',
    'Région Val-d’Orvel',
    'Lycées, trains régionaux, formation et développement économique.',
  ],
  ['cour-d-appel', 'Cour d’appel de Belorme'],
  [
    'tribunal-administratif',
    'Tribunal administratif de Belorme',
    'Litiges avec l’administration\u00a0: permis, impôts, aides.',
  ],
  ['cour-administrative-d-appel', 'Cour administrative d’appel de Belorme'],
  ['dreal', 'DREAL Val-d’Orvel'],
  [
    'carsat',
    'Carsat Val-d’Orvel',
    'Retraite du régime général, prévention des risques professionnels.',
  ],
  ['rectorat', 'Rectorat de l’académie de Belorme'],
  ['drac', 'DRAC Val-d’Orvel'],
  [
    'centre-antipoison',
    'Centre antipoison et de toxicovigilance de Belorme',
    'Réponse médicale jour et nuit en cas d’intoxication.',
  ],
  ['agence-de-l-eau', 'Agence de l’eau Orvel-Ambre'],
  ['direction-regionale-des-douanes', 'Direction régionale des douanes de Belorme'],
];

/** What the neighbouring town has for the territory. */
export const neighbourBodies = [
  [
    'sous-prefecture',
    'Sous-préfecture de Grandrivaz',
    'Associations, armes, manifestations sportives.',
  ],
  [
    'ecole-d-enseignement-superieur',
    'École supérieure du bois de Grandrivaz',
    'Licence, diplôme d’ingénieur, atelier de lutherie.',
  ],
];
