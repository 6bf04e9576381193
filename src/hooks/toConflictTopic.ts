/** The topic of all that is said aloud of two changes of one field: of a topic only the last word counts. */
export function toConflictTopic(label: string): string {
  return `conflict: ${label}`;
}
