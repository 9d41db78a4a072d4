/** What the fuzz and its reading process say to each other. */
export interface Question {
  name: string;
  bytes: Uint8Array;
}

export interface Answer {
  /** Of each file in it: its status, the reason why it is no report, or `stack` where the stack was full. */
  outcomes: string[];
  cells: number;
  /** What {@link inventedNumbers} says. */
  invented: string[];
  /** The stack of a fault of the program. */
  error: string | null;
  /** Of processor time. */
  milliseconds: number;
}
