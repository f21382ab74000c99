// The day whose graph every question goes to. In: a day, or null for today. Out: the header that carries it. The one place outside
// the state that is remembered, since each request needs it and none of those who ask should have to know.

let chosen: string | null = null

export function askOn(day: string | null): void {
  chosen = day
}

/** The headers of a question. */
export function dayHeader(): Record<string, string> {
  return chosen === null ? {} : { 'wentu-day': chosen }
}
