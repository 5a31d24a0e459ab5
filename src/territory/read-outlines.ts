import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DiagnosticSink, Message, Where } from '../diagnostics/diagnostic.ts';
import { inputError } from '../diagnostics/diagnostic.ts';
import { regularFileSize } from '../regular-file.ts';
import { checkedPolygon, type OutlineFault } from './check-polygon.ts';
import type { Polygon } from './territory.ts';

/** One feature of a GeoJSON file: an area, and what its properties say of it. */
export interface Outline {
  /** INSEE code, SIREN or département code; upper case. */
  readonly code?: string;
  readonly name?: string;
  readonly departement?: string;
  readonly region?: string;
  readonly epci?: { readonly code: string; readonly name: string };
  readonly population?: number;
  readonly postcodes: readonly string[];
  readonly polygons: readonly Polygon[];
}

/** A file of outlines once read. */
export interface OutlineFile {
  /** The collection's own name, if it says one. */
  readonly name?: string;
  readonly outlines: readonly Outline[];
}

type Json = Readonly<Record<string, unknown>>;

const megabyte = 1024 * 1024;
/** A file of all communes of France at 5 m has about this size; more is not an outline to print. */
const mostBytes = 64 * megabyte;
const mostPoints = 2_000_000;
const mostWarnings = 10;

/** Reads Polygon and MultiPolygon features; the file, each ring and each point are checked. */
export async function readOutlines(
  path: string,
  where: Where,
  sink: DiagnosticSink,
): Promise<OutlineFile> {
  const root = parseJson(await readSource(path, where), path, where);
  const features = listFeatures(root);
  if (features.length === 0) throw noArea(path, where);
  const outlines: Outline[] = [];
  let points = 0;
  const report = warningsOf(path, where, sink);
  for (const [index, feature] of features.entries()) {
    const outline = readFeature(feature, (fault) => report(fault, index + 1));
    points += countPoints(outline.polygons);
    if (points > mostPoints) throw tooBig(path, `${mostPoints} points`, where);
    if (outline.polygons.length > 0) outlines.push(outline);
  }
  if (outlines.length === 0) throw noArea(path, where);
  return { name: text(root, 'name', 'nom', 'title'), outlines };
}

/** Errors stop at once; of the warnings, which may be one a ring, the first few say enough. */
function warningsOf(
  path: string,
  where: Where,
  sink: DiagnosticSink,
): (fault: OutlineFault, feature: number) => void {
  let warnings = 0;
  return (fault, feature) => {
    const message = faultMessage(fault, path, feature);
    if (fault.severity === 'error') throw inputError({ ...message, where });
    warnings += 1;
    if (warnings <= mostWarnings) sink.report({ ...message, severity: 'warning', where });
  };
}

async function readSource(path: string, where: Where): Promise<string> {
  try {
    if (regularFileSize(path) > mostBytes)
      throw tooBig(path, `${mostBytes / megabyte}\u00a0Mo`, where);
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw unreadable(path, code, where);
  }
}

function parseJson(source: string, path: string, where: Where): Json {
  try {
    const root: unknown = JSON.parse(source);
    if (isObject(root)) return root;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw inputError({
    code: 'territory/not-geojson',
    where,
    message: {
      fr: `Le fichier ${basename(path)} n’est pas du GeoJSON.`,
      en: `The file ${basename(path)} is not GeoJSON.`,
    },
    hint: {
      fr: 'Exportez les contours en GeoJSON, en degrés (WGS84), depuis votre logiciel de cartographie.',
      en: 'Export the outlines as GeoJSON, in degrees (WGS84), from your mapping software.',
    },
  });
}

function listFeatures(root: Json): readonly Json[] {
  if (root.type === 'FeatureCollection') {
    return Array.isArray(root.features) ? root.features.filter(isObject) : [];
  }
  if (root.type === 'Feature') return [root];
  return isObject(root) && typeof root.type === 'string' ? [{ geometry: root }] : [];
}

function readFeature(feature: Json, fault: (fault: OutlineFault) => void): Outline {
  const properties = isObject(feature.properties) ? feature.properties : {};
  const code = text(properties, 'code', 'insee', 'code_insee', 'siren_epci', 'siren', 'SIREN');
  const siren = text(properties, 'epci', 'siren_epci');
  const population = Number(text(properties, 'population'));
  return {
    code: code?.toUpperCase(),
    name: text(properties, 'nom', 'name', 'lib_epci', 'libelle'),
    departement: text(properties, 'departement', 'insee_dep'),
    region: text(properties, 'region', 'insee_reg'),
    epci: siren
      ? { code: siren, name: text(properties, 'lib_epci', 'nom_epci') ?? siren }
      : undefined,
    population: Number.isFinite(population) ? population : undefined,
    postcodes: Array.isArray(properties.codesPostaux) ? properties.codesPostaux.map(String) : [],
    polygons: readPolygons(feature.geometry, fault),
  };
}

function readPolygons(geometry: unknown, fault: (fault: OutlineFault) => void): readonly Polygon[] {
  if (!isObject(geometry)) return [];
  if (geometry.type === 'Polygon') return [checkedPolygon(geometry.coordinates, fault)];
  if (geometry.type === 'MultiPolygon' && Array.isArray(geometry.coordinates)) {
    return geometry.coordinates.map((polygon) => checkedPolygon(polygon, fault));
  }
  fault({
    severity: 'warning',
    fr: `c’est un ${String(geometry.type)}, qui n’a pas de surface\u00a0: il n’est pas pris`,
    en: `it is a ${String(geometry.type)}, which has no area: it is not taken`,
  });
  return [];
}

function text(source: Json, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = source[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countPoints(polygons: readonly Polygon[]): number {
  return polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
}

function faultMessage(fault: OutlineFault, path: string, feature: number) {
  const message: Message = {
    fr: `Objet ${feature} de ${basename(path)}\u00a0: ${fault.fr}.`,
    en: `Feature ${feature} of ${basename(path)}: ${fault.en}.`,
  };
  return { code: 'territory/bad-outline', message, hint: fault.hint };
}

function noArea(path: string, where: Where) {
  return inputError({
    code: 'territory/no-outline',
    where,
    message: {
      fr: `Le fichier ${basename(path)} ne contient aucun polygone.`,
      en: `The file ${basename(path)} holds no polygon.`,
    },
    hint: {
      fr: 'Il faut au moins un objet Polygon ou MultiPolygon.',
      en: 'At least one Polygon or MultiPolygon feature is needed.',
    },
  });
}

function tooBig(path: string, limit: string, where: Where) {
  return inputError({
    code: 'territory/outline-too-big',
    where,
    message: {
      fr: `Le fichier ${basename(path)} dépasse la limite de ${limit}.`,
      en: `The file ${basename(path)} exceeds the limit of ${limit.replace('Mo', 'MB')}.`,
    },
    hint: {
      fr: 'Ne gardez que les communes utiles, ou simplifiez les contours.',
      en: 'Keep the useful communes only, or simplify the outlines.',
    },
  });
}

function unreadable(path: string, code: string, where: Where) {
  const missing = code === 'ENOENT';
  return inputError({
    code: missing ? 'territory/outline-missing' : 'territory/outline-unreadable',
    where,
    message: {
      fr: missing
        ? `Le fichier ${basename(path)} n’existe pas.`
        : `Le fichier ${basename(path)} ne peut pas être lu (${code}).`,
      en: missing
        ? `The file ${basename(path)} does not exist.`
        : `The file ${basename(path)} cannot be read (${code}).`,
    },
    hint: {
      fr: `Il a été cherché ici\u00a0: ${path}`,
      en: `It was looked for here: ${path}`,
    },
  });
}
