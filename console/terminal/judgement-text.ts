// A judgement in, the line that tells it out.
import type { Judged } from '../../graph/judging.js'
import type { Judgement } from '../../schema/judgement.js'
import { note, paint, print } from './print.js'

/** 3f1c… 2024-03-09 Person 李强 = 李墙 (why; by whom). */
export function describeJudgement({ id, kind, type, relation, a, b, documents, why, by, at }: Judgement): string {
  const what =
    kind === 'wrong'
      ? `${a.name} -${relation}-> ${b?.name} is wrong`
      : documents
        ? `${a.name} ≠ ${a.name} in ${documents.join(', ')}`
        : `${a.name} ${kind === 'merge' ? '=' : '≠'} ${b?.name}`
  const day = at?.slice(0, 10) ?? ''
  return `${id}  ${day}  ${type}  ${paint('bold', what)}  ${why}${by === undefined ? '' : ` (${by})`}`
}

/** Tells what was judged or undone, and what became of the graph. */
export function tellJudged({ judgement, came, went }: Judged, json = false): void {
  print(json ? JSON.stringify(judgement) : describeJudgement(judgement))
  const moved = came.entities + went.entities + came.relationships + went.relationships
  note(
    judgement.kind === 'wrong'
      ? 'The fact stays, with this judgement beside it.'
      : moved === 0
        ? 'Nothing moved: what is in the graph was so already.'
        : `things +${came.entities} −${went.entities}, facts +${came.relationships} −${went.relationships}`,
  )
}
