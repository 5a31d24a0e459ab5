import type { StageName } from '../build.ts';
import type { Message } from '../diagnostics/diagnostic.ts';
import type { CommandContext } from './command.ts';

const stages: Readonly<Record<StageName, Message>> = {
  spec: { fr: 'Lecture du livret', en: 'Reading the booklet' },
  typology: { fr: 'Lecture de la typologie', en: 'Reading the typology' },
  feed: { fr: 'Lecture des services', en: 'Reading the services' },
  territory: { fr: 'Recherche du territoire', en: 'Finding the territory' },
  directory: { fr: 'Choix et classement', en: 'Selecting and sorting' },
  maps: { fr: 'Dessin des cartes', en: 'Drawing the maps' },
  markup: { fr: 'Application du modèle', en: 'Applying the template' },
  boxes: { fr: 'Style', en: 'Styling' },
  layout: { fr: 'Mise en page', en: 'Laying out' },
  fit: { fr: 'Ajustement au nombre de pages', en: 'Fitting the page count' },
  pdf: { fr: 'Écriture du PDF', en: 'Writing the PDF' },
  verify: { fr: 'Vérification', en: 'Verifying' },
  write: { fr: 'Enregistrement', en: 'Saving' },
};

/** A line that says the stage under way, on a screen only. */
export interface Progress {
  readonly onStage: (stage: StageName) => void;
  /** Wipes the line; what is printed next starts at the margin. */
  end(): void;
}

/** Shows stages one over the other on a screen; does nothing in a pipe or in JSON. */
export function showProgress({ terminal, language, json }: CommandContext): Progress {
  const names = Object.keys(stages);
  let shown = false;
  if (!terminal.hasScreen || json) return { onStage: () => {}, end: () => {} };
  return {
    onStage: (stage) => {
      shown = true;
      const rank = `${names.indexOf(stage) + 1}/${names.length}`;
      terminal.err(`\r\u001b[K${rank}  ${stages[stage]?.[language] ?? stage} …`);
    },
    end: () => {
      if (shown) terminal.err('\r\u001b[K');
      shown = false;
    },
  };
}
