/** One service: the answer to a request, or `null` where the engine behind has it. */
export type Service = (operation: string, input: Record<string, unknown>) => Promise<object | null>;
