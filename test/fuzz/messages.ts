/** What the fuzz and its reading process say to each other. */

/** What the process is to read: inputs from a number on, without end. */
export interface Task {
  kinds: readonly string[];
  first: number;
}

export interface Answer {
  /** The number of the input. */
  number: number;
  /** Of each file in it: its status, the reason why it is no report, or `stack` where the stack was full. */
  outcomes: string[];
  cells: number;
  /** What {@link inventedNumbers} says. */
  invented: string[];
  /** The stack of a fault of the program. */
  error: string | null;
  /** Of processor time, the making of the input not counted. */
  milliseconds: number;
}
