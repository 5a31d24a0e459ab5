import { resourcePath } from '../../src/resources.ts';
import type { FontFace, ShapeFeatures } from '../../src/text/font.ts';
import { readFontFolder } from '../../src/text/font-folder.ts';
import { loadFontLibrary } from '../../src/text/font-library.ts';

/** Folder of the fonts that ship. */
export const fontsFolder = resourcePath('fonts');

export const plain: ShapeFeatures = { smallCaps: false, tabularFigures: false };

/** The library as a build opens it. */
export const library = loadFontLibrary({ folders: [fontsFolder] });

/** Every face that ships. */
export const shippedFaces: readonly FontFace[] = readFontFolder(fontsFolder).faces.map(
  ({ family, weight, style }) => library.face({ families: [family], weight, style }),
);

/** Those made for reading, not the symbols. */
export const textFaces: readonly FontFace[] = shippedFaces.filter(
  ({ family }) => !family.startsWith('Noto Sans Symbols'),
);

/** Folder of the font whose every glyph is 1 em wide. */
export const rulerFolder = resourcePath('tests', 'fixtures', 'ruler-font');
