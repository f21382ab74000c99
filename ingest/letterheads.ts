// A joint paper -> who issues it: the bodies of the lines above its title, when several lines are nothing but bodies. The one body of a
// single letterhead, the data rules supply.
import type { Finding } from './facts.js'
import type { Line } from './line.js'
import type { Paper } from './paper.js'
import { draftsOf } from './roster.js'

/** How many lines of bodies may stand above the title. */
const LINES = 5

/** ISSUED for each body of the lines right above the title of a numbered paper. */
export function findLetterheads(paper: Paper): Finding[] {
  const findings: Finding[] = []
  for (const [index, line] of paper.lines.slice(0, 14).entries())
    for (const title of line.items.filter((i) => i.kind === 'Directive' && i.value.heading))
      for (let i = index - 1; i >= Math.max(0, index - LINES) && isBodies(paper.lines[i] as Line); i--) {
        const above = paper.lines[i] as Line
        const { start, end } = above.sentence
        for (const org of above.items)
          for (const from of draftsOf(org))
            for (const to of draftsOf(title))
              findings.push({
                type: 'ISSUED',
                from,
                to,
                attrs: {},
                start,
                end,
                rule: 'directive/joint-head',
                confidence: 0.93,
              })
      }
  return findings
}

function isBodies(line: Line): boolean {
  return (
    line.items.length > 0 &&
    line.items.every((i) => i.kind === 'Org') &&
    /^[ 、　]*$/u.test(line.plain(line.sentence.start, line.sentence.end, () => ''))
  )
}
