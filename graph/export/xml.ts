// Words in, XML text out, safe in any place of a file.

/** Characters that XML 1.0 does not allow, but for halves of pairs: controls and non-characters. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
  // XML 1.1 takes these for line ends.
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
}

/** Text or the value of an attribute. What XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  toWhole(text)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"\n\r\t\u0085\u2028]/g, (c) => ENTITIES[c] as string)

/** Halves of pairs by themselves become U+FFFD, as any encoder of text makes them. */
const toWhole = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text))
