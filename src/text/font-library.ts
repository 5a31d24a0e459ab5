import { inputError } from '../diagnostics/diagnostic.ts';
import { FileFace } from './file-face.ts';
import type {
  FontFace,
  FontLibrary,
  FontRequest,
  GlyphRun,
  MissingGlyph,
  ShapeFeatures,
} from './font.ts';
import { noFonts } from './font-faults.ts';
import { type FontFolder, readFontFolder } from './font-folder.ts';
import { cleanWord, itemise } from './itemise.ts';
import { nearestFace } from './nearest-face.ts';

/** Where to find fonts, and which families to fall back on (those of fonts.json if not given). */
export interface FontLibraryOptions {
  /** A family of a later folder takes the place of the same face of an earlier one. */
  readonly folders: readonly string[];
  readonly fallback?: readonly string[];
}

/** Opens a library of fonts; faces are read at their first use. */
export function loadFontLibrary(options: FontLibraryOptions): FontLibrary {
  const folders = options.folders.map(readFontFolder);
  const library = new FileFontLibrary(folders, options.fallback);
  if (library.isEmpty) throw inputError(noFonts(options.folders));
  return library;
}

type RunCache = Map<string, readonly GlyphRun[]>;

/** Words kept per stack and features; a live preview must not grow for ever. */
const mostWords = 20_000;

class FileFontLibrary implements FontLibrary {
  /** Faces by the key of their family. */
  readonly #families = new Map<string, FileFace[]>();
  readonly #generic = new Map<string, string>();
  readonly #fallback: readonly string[];
  readonly #stacks = new Map<string, readonly FileFace[]>();
  readonly #words = new WeakMap<readonly FontFace[], RunCache[]>();
  readonly #listeners: MissingGlyph[] = [];
  /** The stack of the word before: words come in rows of one style. */
  #lastStack: readonly FontFace[] | null = null;
  #lastCaches: RunCache[] = [];

  constructor(folders: readonly FontFolder[], fallback: readonly string[] | undefined) {
    for (const folder of folders) this.#add(folder);
    const own = folders.flatMap((folder) => folder.fallback);
    const first = [...this.#families.values()].flat()[0];
    const known = (fallback ?? own).filter((family) => this.knows(family));
    this.#fallback = known.length > 0 || first === undefined ? known : [first.family];
  }

  get isEmpty(): boolean {
    return this.#families.size === 0;
  }

  knows(family: string): boolean {
    return this.#facesOf(family).length > 0;
  }

  face(request: FontRequest): FontFace {
    return this.stack(request)[0] as FontFace;
  }

  stack(request: FontRequest): readonly FileFace[] {
    const key = `${request.weight}/${request.style}/${request.families.join('/')}`;
    const known = this.#stacks.get(key);
    if (known !== undefined) return known;
    const stack = this.#makeStack(request);
    this.#stacks.set(key, stack);
    return stack;
  }

  shapeWord(
    stack: readonly FontFace[],
    word: string,
    features: ShapeFeatures,
  ): readonly GlyphRun[] {
    const cache = this.#cacheOf(stack, features);
    const known = cache.get(word);
    if (known !== undefined) return known;
    let complete = true;
    const pieces = itemise(stack, cleanWord(word), (codePoint) => {
      complete = false;
      for (const listener of this.#listeners) listener(codePoint, word);
    });
    const runs = pieces.map(({ face, text }) => face.shape(text, features));
    // A word with a character missing is not kept: each listener must hear of it.
    if (complete) {
      if (cache.size >= mostWords) cache.clear();
      cache.set(word, runs);
    }
    return runs;
  }

  onMissing(listener: MissingGlyph): void {
    this.#listeners.push(listener);
  }

  #add(folder: FontFolder): void {
    for (const listed of folder.faces) {
      const face = new FileFace(listed, listed.file);
      const key = familyKey(listed.family);
      const others = (this.#families.get(key) ?? []).filter(
        ({ weight, style }) => weight !== face.weight || style !== face.style,
      );
      this.#families.set(key, [...others, face]);
    }
    for (const [name, family] of Object.entries(folder.generic)) {
      this.#generic.set(familyKey(name), familyKey(family));
    }
  }

  #facesOf(family: string): readonly FileFace[] {
    const key = familyKey(family);
    return this.#families.get(key) ?? this.#families.get(this.#generic.get(key) ?? '') ?? [];
  }

  /** Upright fallback faces come after slanted ones, which often have fewer signs. */
  #makeStack(request: FontRequest): readonly FileFace[] {
    const { weight, style } = request;
    const faces = [...request.families, ...this.#fallback].map((family) =>
      nearestFace(this.#facesOf(family), weight, style),
    );
    const upright = this.#fallback.map((family) =>
      nearestFace(this.#facesOf(family), weight, 'normal'),
    );
    return [...new Set([...faces, ...upright].filter((face) => face !== null))];
  }

  #cacheOf(stack: readonly FontFace[], features: ShapeFeatures): RunCache {
    if (stack !== this.#lastStack) {
      this.#lastStack = stack;
      this.#lastCaches = this.#words.get(stack) ?? [];
      this.#words.set(stack, this.#lastCaches);
    }
    const key =
      (features.smallCaps ? 1 : 0) +
      (features.tabularFigures ? 2 : 0) +
      (features.ligatures === false ? 4 : 0);
    let cache = this.#lastCaches[key];
    if (cache === undefined) {
      cache = new Map();
      this.#lastCaches[key] = cache;
    }
    return cache;
  }
}

/** Families are compared without case, blanks or quotes. */
function familyKey(family: string): string {
  return family.toLowerCase().replace(/[\s"']/g, '');
}
