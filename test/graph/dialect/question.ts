// The shape of a row in the table of queries that are asked of both engines (the other files of this folder hold the rows).

export interface Question {
  ask: string
  /** Parameters; whole numbers are sent as integers. */
  with?: Record<string, unknown>
  /** Asked next, so that what a write did is compared too. */
  look?: string
  /** Run before it, and after it to take back what was made: for rows that are committed. */
  before?: string[]
  undo?: string[]
  /**
   * The engines differ here, and this is what to do about it: it goes into the README. Without it both must give the same.
   * A row that has it and does not differ fails.
   */
  differs?: string
}
