// The report of an ingest in, a self-contained page out: what became of every file and every byte. No script, nothing fetched.
import { describePlace } from '../../ingest/read/raw.js'
import { OUTCOMES, type Report, type ReportLine } from '../../ingest/report.js'
import { describeWork } from './run-report.js'

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** Characters that turn the direction of text round would make a name look like another. */
const plain = (text: string): string => escapeHtml(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '�'))

/** @param seconds how long the run took */
export function reportPage(report: Report, seconds: number): string {
  const { counts, bytes, lines, fault, stopped } = report
  const sums = OUTCOMES.map(
    (one) => `<tr><td class="${one}">${one}</td><td>${counts[one]}</td><td>${bytes[one]}</td></tr>`,
  )
  const ending = fault
    ? `<p class="rejected">${plain(fault.message)}</p>`
    : stopped
      ? '<p>Stopped before the last file.</p>'
      : ''
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>wentu ingest</title><style>
body{font:14px/1.5 system-ui,sans-serif;margin:2rem;max-width:80rem}table{border-collapse:collapse}td,th{text-align:left;padding:.15rem .8rem .15rem 0;vertical-align:top}
.ingested{color:#17663a}.unchanged{color:#666}.skipped{color:#8a5a00}.rejected{color:#b00020}td{overflow-wrap:anywhere}
</style></head><body><h1>wentu ingest</h1>
<table><tr><th>outcome</th><th>documents</th><th>bytes</th></tr>${sums.join('')}</table><p>${seconds.toFixed(1)} s. ${describeWork(report, seconds) ?? ''}</p>${ending}
<table><tr><th>outcome</th><th>file</th><th>bytes</th><th>what it gave, or why not</th><th>metadata from</th></tr>
${lines.map(row).join('\n')}
</table></body></html>
`
}

function row(line: ReportLine): string {
  const { outcome, bytes, reason, gave, from, notes = [] } = line
  const said = gave ? `${gave.entities} things, ${gave.relations} facts, ${gave.statements} statements` : (reason ?? '')
  const origin = from
    ? Object.entries(from)
        .map(([field, where]) => `${field}: ${where}`)
        .join(', ')
    : ''
  return `<tr><td class="${outcome}">${outcome}</td><td>${plain(describePlace(line))}</td><td>${bytes ?? ''}</td><td>${plain([said, ...notes].join('; '))}</td><td>${plain(origin)}</td></tr>`
}
