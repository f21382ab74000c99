// All rows of the table of queries, by subject. `committed` says how a subject's rows are asked: see dialect-answer.ts.
import { EXPRESSIONS } from './expressions.js'
import { MATCHING } from './matching.js'
import type { Question } from './question.js'
import { RECKONING } from './reckoning.js'
import { SCHEMA } from './schema.js'
import { TIMES } from './times.js'
import { WRITING } from './writing.js'

export interface Subject {
  name: string
  questions: Question[]
  committed: boolean
}

export const SUBJECTS: Subject[] = [
  { name: 'patterns and paths', questions: MATCHING, committed: false },
  { name: 'aggregation and clauses', questions: RECKONING, committed: false },
  { name: 'expressions', questions: EXPRESSIONS, committed: false },
  { name: 'dates and times', questions: TIMES, committed: false },
  { name: 'writing', questions: WRITING, committed: false },
  { name: 'schema, procedures, commands', questions: SCHEMA, committed: true },
]
