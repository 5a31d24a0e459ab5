import { fillOperator, strokeOperator } from './colour-operators.ts';
import { num } from './syntax.ts';

/** What a graphics state operator changed, so that nothing is set twice. */
interface State {
  fill: string;
  stroke: string;
  lineWidth: number;
  dash: string;
  roundEnds: boolean;
  font: string;
  letterSpacing: number;
}

const initialState: State = {
  fill: '',
  stroke: '',
  lineWidth: 1,
  dash: '',
  roundEnds: false,
  font: '',
  letterSpacing: 0,
};

/** Writes one content stream: operators only, no decision. Coordinates in pt, y up. */
export class PageContent {
  private text = '';
  private state: State = { ...initialState };
  private readonly saved: State[] = [];
  private inText = false;
  /** Where the line of text started, as written. */
  private lineX = 0;
  private lineY = 0;
  /** Operand of the open BDC, null when none is open. */
  private open: unknown = null;

  /** Everything written so far. */
  finish(): string {
    this.closeMark();
    this.endText();
    return this.text;
  }

  /** Is this what the open marked content belongs to? */
  isMarkedAs(owner: unknown): boolean {
    return this.open === owner;
  }

  openMark(owner: unknown, operator: string): void {
    this.closeMark();
    this.endText();
    this.text += `${operator} BDC\n`;
    this.open = owner;
  }

  closeMark(): void {
    if (this.open === null) return;
    this.endText();
    this.text += 'EMC\n';
    this.open = null;
  }

  /** Paints glyphs: `array` is the inside of a TJ array. */
  showText(x: number, y: number, array: string): void {
    if (!this.inText) {
      this.text += 'BT\n';
      this.inText = true;
      this.lineX = 0;
      this.lineY = 0;
    }
    const toX = Math.round(x * 100) / 100;
    const toY = Math.round(y * 100) / 100;
    const show = array.includes('>') ? `[<${array}>]TJ` : `<${array}>Tj`;
    this.text += `${num(toX - this.lineX)} ${num(toY - this.lineY)} Td ${show}\n`;
    this.lineX = toX;
    this.lineY = toY;
  }

  setFont(resource: string, size: number): void {
    const font = `/${resource} ${num(size)} Tf`;
    if (font === this.state.font) return;
    this.text += `${font}\n`;
    this.state.font = font;
  }

  setLetterSpacing(spacing: number): void {
    if (spacing === this.state.letterSpacing) return;
    this.text += `${num(spacing)} Tc\n`;
    this.state.letterSpacing = spacing;
  }

  setFill(colour: string): void {
    if (colour === this.state.fill) return;
    this.text += `${fillOperator(colour)}\n`;
    this.state.fill = colour;
  }

  setStroke(colour: string, width: number, dash: readonly number[] | null = null): void {
    if (colour !== this.state.stroke) this.text += `${strokeOperator(colour)}\n`;
    this.state.stroke = colour;
    if (width !== this.state.lineWidth) this.text += `${num(width)} w\n`;
    this.state.lineWidth = width;
    const pattern = dash ? dash.map(num).join(' ') : '';
    if (pattern !== this.state.dash) this.text += `[${pattern}] 0 d\n`;
    this.state.dash = pattern;
    // Dashes of no length are dots: only round ends show them.
    const roundEnds = dash?.[0] === 0;
    if (roundEnds !== this.state.roundEnds) this.text += `${roundEnds ? 1 : 0} J\n`;
    this.state.roundEnds = roundEnds;
  }

  /** Operators outside of text. */
  paint(operators: string): void {
    this.endText();
    this.text += `${operators}\n`;
  }

  /** Saves the state; everything until restore() shows only inside the rectangle. */
  clip(x: number, y: number, width: number, height: number): void {
    this.paint(`q ${num(x)} ${num(y)} ${num(width)} ${num(height)} re W n`);
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.paint('Q');
    this.state = this.saved.pop() ?? { ...initialState };
  }

  private endText(): void {
    if (!this.inText) return;
    this.text += 'ET\n';
    this.inText = false;
  }
}
