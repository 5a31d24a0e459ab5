import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Folders that know nothing of the others: any stage may use them. */
const leaves = ['diagnostics', 'geometry', 'resources', 'regular-file', 'heap-guard', 'text'];

/** Each stage in the order of the pipeline, with the stages that it may import besides leaves. */
const stages: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  geometry: [],
  resources: [],
  'regular-file': [],
  'heap-guard': [],
  text: [],
  typology: [],
  spec: [],
  feed: ['typology'],
  importers: ['typology', 'feed'],
  territory: ['spec'],
  directory: ['typology', 'spec', 'feed', 'territory'],
  maps: ['spec', 'feed', 'territory', 'directory'],
  markup: ['typology', 'spec', 'feed', 'directory', 'maps'],
  style: ['markup'],
  boxes: ['maps', 'markup', 'style'],
  layout: ['style', 'boxes'],
  fit: ['spec', 'directory', 'maps', 'markup', 'style', 'boxes', 'layout'],
  imposition: ['layout'],
  pdf: ['spec', 'feed', 'boxes', 'layout', 'imposition'],
  verify: ['directory'],
};

/** Stages that a build does not call itself: leaves, what other stages call, what comes before a feed. */
const apart = [
  'geometry',
  'regular-file',
  'heap-guard',
  'importers',
  'imposition',
  'style',
  'boxes',
  'layout',
];

/** Modules of the root, above every stage. */
const top: Readonly<Record<string, readonly string[]>> = {
  stopwatch: [],
  'make-folder': [],
  'edition-files': ['make-folder'],
  'edition-identity': ['spec', 'feed', 'directory'],
  report: ['feed', 'directory', 'fit'],
  manual: ['markup', 'style'],
  'later-faults': ['typology', 'spec', 'territory', 'directory', 'markup', 'style', 'stopwatch'],
  build: [
    ...Object.keys(stages).filter((stage) => !apart.includes(stage)),
    'stopwatch',
    'edition-files',
    'edition-identity',
    'report',
    'manual',
    'later-faults',
  ],
  cli: ['build', 'make-folder', 'typology', 'spec', 'importers', 'territory', 'directory'],
};

/** Programs beside the pipeline, which nothing imports: they may print and import anything. */
const programs = ['bench'];

/** Packages that belong to one stage: whoever wants what they do asks that stage. */
const owners: Readonly<Record<string, readonly string[]>> = {
  yargs: ['cli', ...programs],
  '@inquirer/prompts': ['cli'],
  'write-file-atomic': ['cli'],
  yaml: ['spec', 'importers'],
  zod: ['spec', 'feed', 'importers'],
  'csv-parse': ['importers'],
  opening_hours: ['feed'],
  'point-in-polygon-hao': ['territory'],
  staticmaps: ['maps'],
  sharp: ['boxes', 'maps'],
  handlebars: ['markup'],
  htmlparser2: ['markup'],
  'css-tree': ['style'],
  'qrcode-generator': ['boxes'],
  '@mapbox/maki': ['boxes'],
  '@rapideditor/temaki': ['boxes'],
  fontkit: ['text'],
  hyphen: ['text'],
};

/** The only stages that may speak to the network. */
const network = ['importers', 'maps'];
const networkModules = /^node:(?:http|https|http2|net|tls|dns|dgram)(?:\/|$)/;

/** Files that are over the limit, with the length that they may not exceed before they are divided. */
const tooLong: Readonly<Record<string, number>> = {
  'boxes/build-boxes.ts': 620,
};
const mostLines = 450;

const vagueWords = ['manager', 'helper', 'helpers', 'util', 'utils', 'data', 'item', 'items'];
const forbiddenWords = new Set([...vagueWords, 'info', 'process', 'handle', 'handler']);

interface Source {
  /** From src, with "/". */
  readonly path: string;
  /** Its folder, or its own name at the root. */
  readonly stage: string;
  readonly text: string;
  /** Text without comments. */
  readonly code: string;
  readonly imports: readonly string[];
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(readSource);
const stageSources = sources.filter(({ stage }) => !programs.includes(stage));

function readSource(path: string): Source {
  const text = readFileSync(join(src, path), 'utf8');
  const code = withoutComments(text);
  const found = code.matchAll(/(?:\bfrom |\bimport\(\s*|^import )'([^'\s]+)'/gm);
  const [first = ''] = path.split('/');
  return {
    path,
    stage: first.replace(/(\.d)?\.ts$/, ''),
    text,
    code,
    imports: [...found].map(([, name]) => name as string),
  };
}

/** Comments that stand alone on their lines or after code; strings hold no "//" but in addresses. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Stage that a relative import leads to; undefined for packages. */
function stageOf(name: string, from: Source): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const target = relative(src, resolve(src, dirname(from.path), name));
  return (target.split('/')[0] as string).replace(/\.ts$/, '');
}

/** Paths of our own files that are loaded with a file, its `import type` lines left out. */
function importedToRun({ path, code }: Source): readonly string[] {
  const statements = code.matchAll(/^(?:import|export)( type)?\b[^;']*?'(\.[^']+)'/gm);
  return [...statements]
    .filter(([, type]) => type === undefined)
    .map(([, , name]) => relative(src, resolve(src, dirname(path), name as string)));
}

/** Every "path: fault" of a rule, so that a failure lists all of them. */
function faults(list: readonly Source[], rule: (source: Source) => readonly string[]): string[] {
  return list.flatMap((source) => rule(source).map((fault) => `${source.path}: ${fault}`));
}

function found(code: string, pattern: RegExp): readonly string[] {
  return [...code.matchAll(pattern)].map(([match]) => match.trim());
}

describe('imports', () => {
  test('every folder and module of src has its place', () => {
    const known = [...Object.keys(stages), ...Object.keys(top), ...programs];
    const found = new Set(sources.map(({ stage }) => stage));
    expect([...found].filter((stage) => !known.includes(stage))).toEqual([]);
  });

  test('the table itself points to earlier stages only', () => {
    const order = [...Object.keys(stages), ...Object.keys(top)];
    const backwards = [...Object.entries(stages), ...Object.entries(top)].flatMap(
      ([stage, allowed]) =>
        allowed.filter((other) => order.indexOf(other) >= order.indexOf(stage)).map(() => stage),
    );
    expect(backwards).toEqual([]);
  });

  test('lead to earlier stages and leaves', () => {
    const table = { ...stages, ...top };
    const wrong = faults(stageSources, (source) =>
      source.imports.filter((name) => {
        const target = stageOf(name, source);
        if (target === undefined || target === source.stage || leaves.includes(target)) {
          return false;
        }
        return !table[source.stage]?.includes(target);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every line of the table is used', () => {
    const used = new Set(
      sources.flatMap((source) =>
        source.imports.map((name) => `${source.stage} > ${stageOf(name, source)}`),
      ),
    );
    const unused = Object.entries({ ...stages, ...top }).flatMap(([stage, allowed]) =>
      allowed.map((other) => `${stage} > ${other}`).filter((line) => !used.has(line)),
    );
    expect(unused).toEqual([]);
  });

  test('leaves import nothing of ours but diagnostics', () => {
    const wrong = faults(
      sources.filter(({ stage }) => leaves.includes(stage)),
      (source) =>
        source.imports.filter((name) => {
          const target = stageOf(name, source) ?? source.stage;
          return ![source.stage, 'diagnostics', 'regular-file'].includes(target);
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('name their files with the extension', () => {
    const wrong = faults(sources, ({ imports }) =>
      imports.filter((name) => name.startsWith('.') && !name.endsWith('.ts')),
    );
    expect(wrong).toEqual([]);
  });

  test('take packages from the manifest, each by its owner', () => {
    const manifest = JSON.parse(readFileSync(resolve(src, '../package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const wrong = faults(sources, ({ imports, stage }) =>
      imports.filter((name) => {
        if (name.startsWith('.') || name.startsWith('node:')) return false;
        const owner = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] as string;
        return !(owner in manifest.dependencies) || !(owners[owner]?.includes(stage) ?? true);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('reach the network from maps and importers only', () => {
    const wrong = faults(
      sources.filter(({ stage }) => !network.includes(stage)),
      ({ imports, code }) => [
        ...imports.filter((name) => networkModules.test(name)),
        ...found(code, /(?<![.\w])fetch\(|XMLHttpRequest|WebSocket/g),
      ],
    );
    expect(wrong).toEqual([]);
  });

  test('never go round in circles', () => {
    // Types may know each other; what runs may not.
    const edges = new Map(sources.map((source) => [source.path, importedToRun(source)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      const again = trail.indexOf(path);
      if (again >= 0) circles.push([...trail.slice(again), path].join(' > '));
      if (again >= 0 || done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('nothing in a stage', () => {
  const insides = stageSources.filter(({ stage }) => stage !== 'cli');

  test('prints, or ends the process', () => {
    const pattern = /\bconsole\s*\.|\bprocess\s*\.\s*(?:exit\w*|std\w+|abort|kill|emitWarning)\b/g;
    expect(faults(insides, ({ code }) => found(code, pattern))).toEqual([]);
    const consoles = faults(sources, ({ code }) => found(code, /\bconsole\s*\.|process\.exit\(/g));
    expect(consoles).toEqual([]);
  });

  test('depends on chance, or on the locale of the machine', () => {
    const pattern =
      /\bMath\.random\b|\.toLocale\w+\(\)|\.localeCompare\([^,()]*\)|\bnew Intl\.\w+\(\s*\)|\bIntl\.\w+\(\s*undefined/g;
    expect(faults(insides, ({ code }) => found(code, pattern))).toEqual([]);
  });

  test('reads the clock, but to date an edition without a date and to keep map tiles', () => {
    const pattern = /\bDate\.now\b|\bnew Date\(\s*\)/g;
    const readers = insides.filter(({ code }) => found(code, pattern).length > 0);
    expect(readers.map(({ path }) => path)).toEqual(['edition-identity.ts', 'maps/tile-cache.ts']);
  });
});

describe('the code', () => {
  test('says no any, and silences no type error', () => {
    const pattern =
      /[:<|&,(]\s*any\b(?=\s*[\]>,;=|&(){}])|\bas any\b|\bany\[\]|@ts-(?:ignore|nocheck|expect-error)/g;
    expect(faults(sources, ({ text }) => found(withoutStrings(text), pattern))).toEqual([]);
  });

  test('can be stripped of its types, and exports by name', () => {
    const pattern =
      /^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*(?:export\s+)?namespace\s|\bconstructor\(\s*(?:private|public|protected|readonly)\b|^export default\b/gm;
    expect(faults(sources, ({ code }) => found(code, pattern))).toEqual([]);
  });

  test('names files by what they hold, in kebab case', () => {
    const wrong = sources
      .map(({ path }) => path)
      .filter((path) =>
        path.split('/').some((part) => {
          const name = part.replace(/(\.d)?\.ts$/, '');
          const isKebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
          return !isKebab || name.split('-').some((word) => forbiddenWords.has(word));
        }),
      );
    expect(wrong).toEqual([]);
  });

  test(`keeps files within ${mostLines} lines`, () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (tooLong[path] ?? mostLines))
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });
});

function withoutStrings(text: string): string {
  return withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
