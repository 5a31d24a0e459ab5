import { buildBoxes } from '../boxes/build-boxes.ts';
import type { GraphicSource } from '../boxes/graphic-source.ts';
import { loadGraphics } from '../boxes/load-graphics.ts';
import { type Diagnostic, DiagnosticList } from '../diagnostics/diagnostic.ts';
import { layoutDocument, layoutPages, type PageReceiver } from '../layout/layout-document.ts';
import type { PagedDocument } from '../layout/page.ts';
import type { MapImage } from '../maps/map-image.ts';
import type { Element } from '../markup/element.ts';
import type { Template } from '../markup/load-template.ts';
import { openHtml } from '../markup/parse-html.ts';
import type { BookletSpec, EntryField } from '../spec/booklet-spec.ts';
import { createStyler } from '../style/create-styler.ts';
import type { FontLibrary } from '../text/font.ts';
import { type Knobs, withKnobs } from './knobs.ts';
import { type EntryMeasure, EntrySurvey } from './measure-entries.ts';

/** What setting a booklet needs, whatever the knobs. */
export interface SettingSources {
  readonly spec: BookletSpec;
  readonly template: Template;
  /** The view with these fields printed. */
  readonly view: (fields: readonly EntryField[]) => object;
  readonly maps: readonly MapImage[];
  /** Anchors of the entries, when how they are set is to be measured. */
  readonly anchors?: ReadonlySet<string>;
  /** Opened at the first use. */
  readonly fonts: () => FontLibrary;
}

/** A booklet set with some knobs: laid out, not painted. */
export interface SetBooklet {
  readonly knobs: Knobs;
  readonly document: PagedDocument;
  /** How the entries are set. */
  readonly measure: EntryMeasure;
  /** Pages before any is added to reach a count. */
  readonly content: number;
  /** What this setting alone gave to report. */
  readonly diagnostics: readonly Diagnostic[];
}

export type SettingStage = 'boxes' | 'layout';

/** Sets a booklet; `onStage` is told where it stands, `receiver` takes the pages as they are finished. */
export type Setter = (
  knobs: Knobs,
  onStage?: (stage: SettingStage) => void,
  receiver?: PageReceiver | null,
) => Promise<SetBooklet>;

/** Makes the function that sets a booklet with any knobs; pictures, fonts and markup are kept between calls. */
export function makeSetter(sources: SettingSources): Setter {
  const { spec, template } = sources;
  const { colour: colours } = spec.output;
  const markup = new Map<string, string>();
  const pictures = new DiagnosticList();
  let graphics: GraphicSource | undefined;
  let fonts: FontLibrary | undefined;
  return async (knobs, onStage = () => {}, receiver = null) => {
    const sink = new DiagnosticList();
    const html = markupOf(knobs, sources, markup);
    const { frame, parts } = openHtml(html);
    const [root, ...inner] = frame as readonly [Element, ...Element[]];
    const page = { frame: [withKnobs(root, knobs), ...inner], parts };
    onStage('boxes');
    const { size, margins } = spec.page;
    const styler = createStyler(template.sheets, { sink, size, margins, colours });
    graphics ??= await loadGraphics(html, {
      sink: pictures,
      maps: sources.maps,
      resolve: pictureResolver(sources),
      colours,
    });
    const boxes = buildBoxes(page, { styler, graphics, language: spec.language, sink });
    onStage('layout');
    fonts ??= sources.fonts();
    const master: typeof styler.master = (...page) => styler.master(...page);
    const survey = new EntrySurvey(sources.anchors ?? new Set());
    const watched = sources.anchors ? survey.watch(boxes) : boxes;
    const layout = {
      fonts,
      master,
      language: spec.language,
      sink,
      multiple: spec.output.multiple,
      leastPages: spec.fit?.pages.least,
    };
    const document = receiver
      ? await layoutPages(watched, layout, receiver)
      : layoutDocument(watched, layout);
    const { fillers = 0, blanks = 0 } = document.padding ?? {};
    return {
      knobs,
      document,
      measure: survey.measure(master),
      content: document.pages.length - fillers - blanks,
      diagnostics: [...pictures.all, ...sink.all],
    };
  };
}

function markupOf(
  { dropped }: Knobs,
  { spec, template, view }: SettingSources,
  known: Map<string, string>,
): string {
  const fields = spec.fields.filter((field) => !dropped.includes(field));
  const key = fields.join(' ');
  const html = known.get(key) ?? template.render(view(fields));
  known.set(key, html);
  return html;
}

/** Pictures of the booklet were checked when it was read; the template may name only its own. */
function pictureResolver({ spec, template }: SettingSources) {
  const own = new Set([spec.cover.image, spec.organisation.logo]);
  return (source: string) => (own.has(source) ? source : template.assets(source));
}
