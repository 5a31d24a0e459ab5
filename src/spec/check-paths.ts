import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { resolveFile, resolvePicture, resolveTemplate } from './booklet-paths.ts';
import { valueAt, whereIs } from './explain-issue.ts';
import type { WrittenFile } from './read-written.ts';
import type { Reading } from './schema-pieces.ts';

/** Every path of a booklet, made absolute. */
export interface BookletPaths {
  readonly feeds: readonly string[];
  readonly template?: string;
  readonly image?: string;
  readonly logo?: string;
  readonly polygon?: string;
  readonly contours?: string;
}

type Path = readonly (string | number)[];
type Resolve = (text: string, folder: string) => Reading<string>;

/** Resolves and checks the paths, whatever else is wrong with the booklet. */
export function checkPaths(
  written: WrittenFile,
  folder: string,
  sink: DiagnosticSink,
): BookletPaths {
  const check = (path: Path, resolvePath: Resolve) => {
    const text = valueAt(written.root, path);
    if (typeof text !== 'string' || text.trim() === '' || text.length > 1000) return undefined;
    const reading = resolvePath(text.trim(), folder);
    if ('value' in reading) return reading.value;
    const { code, message, hint } = reading.problem;
    const where = whereIs(path, written);
    sink.report({ severity: 'error', code: `spec/${code}`, where, message, hint });
    return undefined;
  };
  const cover =
    typeof valueAt(written.root, ['cover']) === 'string' ? ['cover'] : ['cover', 'image'];
  return {
    feeds: feedPaths(written).flatMap((path) => check(path, resolveFile) ?? []),
    template: check(['template'], resolveTemplate),
    image: check(cover, resolvePicture),
    logo: check(['organisation', 'logo'], resolvePicture),
    polygon: check(['territory', 'polygon'], resolveFile),
    contours: check(['territory', 'contours'], resolveFile),
  };
}

function feedPaths(written: WrittenFile): readonly Path[] {
  const feed = valueAt(written.root, ['feed']);
  return Array.isArray(feed) ? feed.map((_, at) => ['feed', at]) : [['feed']];
}
