// What a drawing of the canvas may use to draw with: a browser's 2D context is one, a sheet of vectors another. In: strokes and
// words in pixels. Out (of the sheet): SVG text. Must not know what is drawn.
import { escapeMarkup } from '../graph/markup.js'

/** The part of a browser's CanvasRenderingContext2D that is used; what is used besides has to be taught to the sheet first. */
export interface Pen {
  /** The sheet takes colours alone. */
  fillStyle: string | object
  strokeStyle: string | object
  font: string
  globalAlpha: number
  lineCap: 'butt' | 'round' | 'square'
  lineJoin: 'bevel' | 'miter' | 'round'
  lineWidth: number
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start'
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top'
  arc(x: number, y: number, radius: number, from: number, to: number, back?: boolean): void
  beginPath(): void
  closePath(): void
  fill(): void
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  lineTo(x: number, y: number): void
  measureText(text: string): { width: number }
  moveTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  rect(x: number, y: number, width: number, height: number): void
  setLineDash(segments: number[]): void
  stroke(): void
  strokeText(text: string, x: number, y: number): void
}

/** Lends the sheet the widths of text. */
export type Measure = Pick<Pen, 'font' | 'measureText'>

const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', left: 'start', right: 'end' }
/** A sheet that keeps what is drawn as vectors and words as words. */
export class VectorSheet implements Pen {
  fillStyle: string = '#000000'
  strokeStyle: string = '#000000'
  font = '12px sans-serif'
  globalAlpha = 1
  lineCap: Pen['lineCap'] = 'butt'
  lineJoin: Pen['lineJoin'] = 'miter'
  lineWidth = 1
  textAlign: Pen['textAlign'] = 'start'
  textBaseline: Pen['textBaseline'] = 'alphabetic'
  private dash: number[] = []
  private path = ''
  private readonly kept: string[] = []

  constructor(
    private readonly size: { width: number; height: number },
    private readonly measure: Measure,
  ) {}

  /** The whole sheet as an SVG file. */
  text(): string {
    const { width, height } = this.size
    const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
    return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>\n${this.kept.join('\n')}\n</svg>\n`
  }

  setLineDash(segments: number[]): void {
    this.dash = segments
  }

  beginPath(): void {
    this.path = ''
  }

  closePath(): void {
    this.path += 'Z'
  }

  moveTo(x: number, y: number): void {
    this.path += `M${n(x)} ${n(y)}`
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${n(x)} ${n(y)}`
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${n(cx)} ${n(cy)} ${n(x)} ${n(y)}`
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`
  }

  arc(x: number, y: number, radius: number, from: number, to: number, back = false): void {
    const at = (angle: number): string => `${n(x + radius * Math.cos(angle))} ${n(y + radius * Math.sin(angle))}`
    this.path += `${this.path === '' || this.path.endsWith('Z') ? 'M' : 'L'}${at(from)}`
    const turn = back ? from - to : to - from
    // A whole circle begins where it ends, which one arc of SVG cannot say.
    const parts = Math.abs(turn) >= 2 * Math.PI - 1e-6 ? 2 : 1
    const whole = Math.max(0, Math.min(2 * Math.PI, turn)) * (back ? -1 : 1)
    for (let part = 1; part <= parts; part++) {
      const large = Math.abs(whole) / parts > Math.PI ? 1 : 0
      this.path += `A${n(radius)} ${n(radius)} 0 ${large} ${back ? 0 : 1} ${at(from + (whole * part) / parts)}`
    }
  }

  fill(): void {
    this.keep(`<path d="${this.path}" fill="${this.fillStyle}"${this.alpha()}/>`)
  }

  stroke(): void {
    this.keep(`<path d="${this.path}" fill="none"${this.line()}${this.alpha()}/>`)
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`
    this.keep(`<rect ${box} fill="${this.fillStyle}"${this.alpha()}/>`)
  }

  fillText(text: string, x: number, y: number): void {
    this.write(text, x, y, `fill="${this.fillStyle}"`)
  }

  strokeText(text: string, x: number, y: number): void {
    this.write(text, x, y, `fill="none"${this.line()}`)
  }

  measureText(text: string): { width: number } {
    this.measure.font = this.font
    return this.measure.measureText(text)
  }

  private write(text: string, x: number, y: number, paint: string): void {
    const [weight, size, face] = partsOfFont(this.font)
    // Not every program knows `dominant-baseline`: the line is moved instead.
    const down = this.textBaseline === 'top' ? 0.9 * size : this.textBaseline === 'middle' ? 0.35 * size : 0
    const anchor = ANCHORS[this.textAlign] ?? this.textAlign
    const font = `font-family="${escapeMarkup(face)}" font-size="${n(size)}"${weight === '' ? '' : ` font-weight="${weight}"`}`
    const place = `x="${n(x)}" y="${n(y + down)}" text-anchor="${anchor}"`
    this.keep(`<text ${place} ${font} ${paint}${this.alpha()}>${escapeMarkup(text)}</text>`)
  }

  private line(): string {
    const dash = this.dash.length === 0 ? '' : ` stroke-dasharray="${this.dash.map(n).join(' ')}"`
    return ` stroke="${this.strokeStyle}" stroke-width="${n(this.lineWidth)}" stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"${dash}`
  }

  private alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${n(this.globalAlpha)}"`
  }

  private keep(element: string): void {
    this.kept.push(element)
  }
}

/** Tenths of a pixel are enough, and half the size of the file. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

/** `600 14px system-ui, …` as weight, pixels, faces. */
function partsOfFont(font: string): [string, number, string] {
  const match = /^(?:(\d{3}|bold) )?([\d.]+)px (.+)$/.exec(font)
  return [match?.[1] ?? '', Number(match?.[2] ?? 12), match?.[3] ?? 'sans-serif']
}
